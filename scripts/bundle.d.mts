export declare function bundle(root: string, outdir: string): Promise<void>;
