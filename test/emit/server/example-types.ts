/** `types.ts` of the example document, by hand: so these tests see the server's output alone. */
const fault = (type: string, name: string): string =>
  `export interface ${type} { ${name}: { code: number; message: string } }\n`;
const query = (name: string): string => `export interface ${name} {
  "changes-since"?: string | undefined; limit?: number | undefined; marker?: string | undefined;
  name?: string | undefined; deleted?: boolean | undefined; tags?: string[] | undefined;
}\n`;

export const exampleTypes: string =
  fault("BadRequest", "badRequest") +
  fault("Forbidden", "forbidden") +
  fault("ItemNotFound", "itemNotFound") +
  fault("Conflict", "conflictingRequest") +
  query("ListImagesQuery") +
  query("ListImagesWithDetailsQuery") +
  `export interface Unauthorized { error: { code: number; message: string; title: string } }
export interface Link { href: string; rel: string }
export interface ImageSummary { id: string; name: string; links: Link[] }
export interface Image {
  id: string; name: string; links: Link[]; metadata: Record<string, string>;
  "OS-EXT-IMG-SIZE:size": number; status: "ACTIVE" | "SAVING"; server?: Link;
}
export interface ImageList { images: ImageSummary[] }
export interface ImageDetailList { images: Image[] }
export interface ImageBody { image: Image }
export interface MetadataBody { metadata: Record<string, string> }
export interface CreateImageRequest { createImage: { name: string; metadata?: Record<string, string> } }
export interface LockBody { lock: Record<string, string> | null }
export interface CreateImageResponse { image_id: string }
export interface Reply { kind: "a" | "b" }
export interface Thing { reply?: Reply; thing?: Thing; list?: string[] }
export interface UploadHeaders { "X-Object-Meta": string; "X-Auth-Token": string }
`;
