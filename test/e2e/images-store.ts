import type { Image } from "../../generated/types.js";

/** Who asks: an administrator sees and may change everything that is not protected. */
export interface Person {
  readonly project: string;
  readonly isAdmin: boolean;
}

/** An image with what the API does not show of it. */
export interface Kept {
  image: Image;
  readonly project: string;
  readonly isPublic: boolean;
  readonly isProtected: boolean;
}

export interface Filters {
  readonly "changes-since"?: string | undefined;
  readonly server?: string | undefined;
  readonly name?: string | undefined;
  readonly status?: string | undefined;
  readonly minDisk?: number | undefined;
  readonly minRam?: number | undefined;
  readonly type?: string | undefined;
  readonly limit?: number | undefined;
  readonly marker?: string | undefined;
}

/** What may go wrong, in the words that the answer will have. */
export class Refused extends Error {
  constructor(
    readonly kind: "unknown" | "forbidden" | "wrong",
    message: string,
  ) {
    super(message);
  }
}

const longestPage = 1000;
const mostLabels = 128;
const keyForm = /^[\w\-:. ]{1,255}$/;

/** Images in memory, the newest first, under the rules that Compute has for them. */
export class ImageStore {
  readonly #kept: Kept[];
  readonly #now: () => Date;

  constructor(kept: readonly Kept[], now: () => Date = () => new Date()) {
    this.#kept = [...kept];
    this.#now = now;
  }

  /** A page of the images that `who` may use. */
  list(who: Person, filters: Filters): readonly Image[] {
    const { limit = 0, marker } = filters;
    if (limit < 0) throw new Refused("wrong", "limit must not be negative.");
    if (Number.isNaN(Date.parse(filters["changes-since"] ?? "2026-01-01"))) {
      throw new Refused("wrong", "changes-since must be a date and time.");
    }
    const size = limit === 0 ? longestPage : Math.min(limit, longestPage);
    const found = this.#visible(who).filter((image) => passes(image, filters));
    if (marker === undefined) return found.slice(0, size);
    const at = found.findIndex(({ id }) => id === marker);
    if (at < 0) throw new Refused("wrong", `There is no image ${marker} to begin behind.`);
    return found.slice(at + 1, at + 1 + size);
  }

  show(who: Person, id: string): Image {
    const image = this.#visible(who).find((each) => each.id === id);
    if (image === undefined) throw new Refused("unknown", "Image not found.");
    return image;
  }

  delete(who: Person, id: string): void {
    this.#writable(who, id, "You are not allowed to delete the image.");
    const at = this.#kept.findIndex(({ image }) => image.id === id);
    this.#kept.splice(at, 1);
  }

  /** Adds labels, or puts them in the place of all. */
  label(who: Person, id: string, labels: Labels, mode: "add" | "replace"): Labels {
    const kept = this.#writable(who, id, `Not authorized for image ${id}.`);
    for (const [key, value] of Object.entries(labels)) {
      if (!keyForm.test(key)) throw new Refused("wrong", `"${key}" cannot be a key.`);
      if (value.length > 255) throw new Refused("wrong", `The value of ${key} is too long.`);
    }
    const metadata = mode === "add" ? { ...kept.image.metadata, ...labels } : labels;
    if (Object.keys(metadata).length > mostLabels) {
      throw new Refused("forbidden", "Image metadata limit exceeded");
    }
    kept.image = { ...kept.image, metadata, updated: this.#timestamp() };
    return metadata;
  }

  labelOf(who: Person, id: string, key: string): string {
    const value = this.show(who, id).metadata[key];
    if (value === undefined) throw new Refused("unknown", `The image has no label ${key}.`);
    return value;
  }

  removeLabel(who: Person, id: string, key: string): void {
    const kept = this.#writable(who, id, `Not authorized for image ${id}.`);
    this.labelOf(who, id, key);
    const { [key]: _removed, ...metadata } = kept.image.metadata;
    kept.image = { ...kept.image, metadata, updated: this.#timestamp() };
  }

  #visible(who: Person): readonly Image[] {
    return this.#kept
      .filter(({ isPublic, project }) => isPublic || who.isAdmin || project === who.project)
      .map(({ image }) => image);
  }

  #writable(who: Person, id: string, refusal: string): Kept {
    this.show(who, id);
    const kept = this.#kept.find(({ image }) => image.id === id);
    const mayWrite = who.isAdmin || kept?.project === who.project;
    if (kept === undefined || !mayWrite || kept.isProtected)
      throw new Refused("forbidden", refusal);
    return kept;
  }

  #timestamp(): string {
    return this.#now()
      .toISOString()
      .replace(/\.\d+Z$/, "Z");
  }
}

type Labels = Readonly<Record<string, string>>;

function passes(image: Image, filters: Filters): boolean {
  const { name, status, server, minDisk = 0, minRam = 0, type } = filters;
  const since = filters["changes-since"];
  return (
    (name === undefined || image.name === name) &&
    (status === undefined || image.status === status) &&
    (server === undefined || image.server?.id === server.split("/").at(-1)) &&
    (type === undefined || (image.server !== undefined && type === "snapshot")) &&
    (since === undefined || Date.parse(image.updated) >= Date.parse(since)) &&
    image.minDisk >= minDisk &&
    image.minRam >= minRam
  );
}
