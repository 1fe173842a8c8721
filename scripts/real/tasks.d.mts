/** A task of the README: what it is, our program, and that of openstacksdk. */
export interface Task {
  readonly title: string;
  readonly ours: string;
  readonly theirs: string;
}

export declare function readmeTasks(): readonly Task[];
