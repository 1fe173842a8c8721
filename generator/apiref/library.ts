import { type Diagnostic, type Outcome, report } from "../diagnostics/diagnostic.js";
import { emptyParametersFile } from "../diagnostics/rules/empty-parameters-file.js";
import { fileOutsideTree } from "../diagnostics/rules/file-outside-tree.js";
import { invalidYaml } from "../diagnostics/rules/invalid-yaml.js";
import { misplacedPath } from "../diagnostics/rules/misplaced-path.js";
import { missingFile } from "../diagnostics/rules/missing-file.js";
import { missingFolder } from "../diagnostics/rules/missing-folder.js";
import { NearNames } from "../diagnostics/near-names.js";
import { unreadableFile } from "../diagnostics/rules/unreadable-file.js";
import type { Said, SourceId } from "../diagnostics/span.js";
import { absentFolder } from "../source/absent-folder.js";
import { resolvePath } from "../source/paths.js";
import type { Line } from "../rst/blocks.js";
import { contextOf, type DocumentContext } from "../rst/inline/context.js";
import { requestsOf } from "../rst/ids/id-requests.js";
import { readFragment } from "../rst/read-document.js";
import type { Tracker } from "../source/tracker.js";
import type { SourceTree } from "../source/tree.js";
import type { Prose } from "./model.js";
import { type ParametersFile, readParametersFile } from "./files/parameters-file.js";
import type { Asked, ProseChecks } from "./checks/prose-checks.js";
import { noProse, proseOf } from "./prose/prose.js";
import { codeLanguages } from "./published/code-languages.js";
import { settingsOf, usualLanguage } from "./files/sphinx-settings.js";
import {
  type AskedLink,
  type KnownFile,
  linksAsBefore,
  type ReadingMemory,
  recordingLinks,
} from "./reading-memory.js";
import { readSample, type SampleContent } from "./files/read-sample.js";
import { readStatusFile, type StatusFile } from "./files/status-file.js";

/** Where a directive stands: its document, against which paths resolve, and the file it is in. */
export interface Standing {
  readonly document: SourceId;
  readonly source: SourceId;
}

/** What a library goes by beside its tree. */
export interface Around {
  readonly checks: ProseChecks;
  readonly tracker: Tracker;
  /** What was read last, and what is to be remembered of this time. */
  readonly before: ReadingMemory;
  readonly after: ReadingMemory;
}

/** What the prose of one file goes by. */
interface Going {
  readonly links: AskedLink[];
  readonly asked: Asked | undefined;
}

/** The files that directives name, each read once; what is wrong with them is found once. */
export class Library {
  readonly diagnostics: Diagnostic[] = [];
  readonly parameters = new Map<SourceId, ParametersFile>();
  private readonly broken = new Set<SourceId>();
  private readonly near = new Map<SourceId, NearNames>();
  private readonly statuses = new Map<SourceId, StatusFile>();
  private readonly samples = new Map<SourceId, SampleContent>();

  constructor(
    private readonly tree: SourceTree,
    private readonly docs: DocumentContext,
    private readonly around: Around | undefined = undefined,
  ) {}

  parametersFile(
    standing: Standing,
    path: Said<string>,
  ): { id: SourceId; entries?: ParametersFile } {
    const found = this.find(standing, path, "parameters file");
    if (found.text === undefined) return { id: found.id };
    const known = this.parameters.get(found.id);
    if (known !== undefined) return { id: found.id, entries: known };
    const { id, text } = found;
    const read = this.known("parameters", id, (prose) => readParametersFile(id, text, prose));
    const entries = this.takeYaml(found.id, path, "parameters file", read);
    this.parameters.set(found.id, entries);
    return { id: found.id, entries };
  }

  /** The entry of a parameters file that a name without one most probably means. */
  nearestEntry(id: SourceId, name: string): string | undefined {
    const known = this.near.get(id) ?? new NearNames(this.parameters.get(id)?.keys() ?? []);
    this.near.set(id, known);
    return known.nearest(name);
  }

  statusFile(standing: Standing, path: Said<string>): { id: SourceId; codes?: StatusFile } {
    const found = this.find(standing, path, "status file");
    if (found.text === undefined) return { id: found.id };
    const known = this.statuses.get(found.id);
    if (known !== undefined) return { id: found.id, codes: known };
    const { id, text } = found;
    const read = this.known("statuses", id, (prose) => readStatusFile(id, text, prose));
    const codes = this.takeYaml(found.id, path, "status file", read);
    this.statuses.set(found.id, codes);
    return { id: found.id, codes };
  }

  sample(
    standing: Standing,
    path: Said<string>,
    language: string | undefined,
  ): { id: SourceId; text?: string; content?: SampleContent } {
    const found = this.find(standing, path, "sample");
    if (found.text === undefined) return { id: found.id };
    const content =
      this.samples.get(found.id) ?? this.take(this.knownSample(found.id, found.text, language));
    this.samples.set(found.id, content);
    return { id: found.id, text: found.text, content };
  }

  /** A file with prose in it, as it was read last where that would find the same. */
  private known<Kind extends "parameters" | "statuses">(
    kind: Kind,
    id: SourceId,
    read: (prose: (lines: readonly Line[]) => Prose) => FileOutcome<Kind>,
  ): FileOutcome<Kind> {
    const { around } = this;
    if (around === undefined)
      return read((lines) => this.prose(lines, { links: [], asked: undefined }));
    const { before, after, tracker, checks } = around;
    const known = before[kind].get(id) as KnownFile<FileContent<Kind>> | undefined;
    const digest = tracker.digestOf(this.tree.read(id));
    const isSame =
      known?.digest === digest &&
      linksAsBefore(this.docs, known.links) &&
      tracker.areSame(known.reads) &&
      checks.askedAgain(known.asked);
    const files = after[kind] as Map<SourceId, KnownFile<FileContent<Kind>>>;
    if (isSame) {
      for (const each of known.found) this.diagnostics.push(each);
      files.set(id, known);
      return known.outcome;
    }
    const first = this.diagnostics.length;
    const going = { links: [], asked: checks.asked() };
    const { value: outcome, reads } = tracker.reads(() =>
      read((lines) => this.prose(lines, going)),
    );
    const found = this.diagnostics.slice(first);
    files.set(id, { digest, reads, ...going, outcome, found });
    return outcome;
  }

  /** A sample, as it was read last where it is the same. */
  private knownSample(
    id: SourceId,
    text: string,
    language: string | undefined,
  ): Outcome<SampleContent> {
    if (this.around === undefined) return readSample(id, text, 0, language);
    const { before, after, tracker } = this.around;
    const digest = tracker.digestOf(this.tree.read(id));
    const last = before.samples.get(id);
    const isSame = last?.digest === digest && last.language === language;
    const known = isSame ? last : { digest, language, outcome: readSample(id, text, 0, language) };
    after.samples.set(id, known);
    return known.outcome;
  }

  /** The prose of a description; its documents are all that may show it. */
  private prose(lines: readonly Line[], { links, asked }: Going): Prose {
    if (lines.every((line) => line.text === "")) return noProse;
    const fragment = this.take(readFragment(lines));
    if (this.around !== undefined && asked !== undefined)
      for (const each of this.around.checks.of(fragment, asked)) this.diagnostics.push(each);
    const usual = usualLanguage(settingsOf(this.tree));
    for (const each of codeLanguages(this.tree, "", fragment.blocks, usual))
      this.diagnostics.push(each);
    const prose = proseOf(fragment.blocks, recordingLinks(contextOf(fragment, this.docs), links));
    const ids = requestsOf(fragment.blocks);
    return ids.length === 0 ? prose : { ...prose, ids };
  }

  /** Whether a YAML file was read in part only: what seems to be missing there may be unread. */
  isBroken(id: SourceId): boolean {
    return this.broken.has(id);
  }

  /** What a YAML file says; that it says nothing is told where `path` names it. */
  private takeYaml<T extends { readonly size: number }>(
    id: SourceId,
    path: Said<string>,
    what: string,
    read: Outcome<T>,
  ): T {
    const { value, diagnostics } = read;
    if (diagnostics.some(({ code }) => code === invalidYaml.code)) this.broken.add(id);
    if (value.size === 0 && diagnostics.length === 0)
      this.diagnostics.push(report(emptyParametersFile, path.span, { path: path.value, what }));
    return this.take(read);
  }

  private take<T>(outcome: Outcome<T>): T {
    for (const each of outcome.diagnostics) this.diagnostics.push(each);
    return outcome.value;
  }

  /** The file that `path` names, also when it is only found beside the file of the directive. */
  private find(
    standing: Standing,
    path: Said<string>,
    what: string,
  ): { readonly id: SourceId; readonly text?: string } {
    const id = resolvePath(this.tree, standing.document, path.value);
    if (path.value === "") return { id };
    const reading = this.tree.read(id);
    if (reading.kind === "text") return reading;
    const beside = this.tree.read(resolvePath(this.tree, standing.source, path.value));
    if (beside.kind === "text") {
      const found = { path: path.value, source: standing.source };
      this.diagnostics.push(report(misplacedPath, path.span, found));
      return beside;
    }
    const named = { path: path.value, what };
    const folder = reading.kind === "missing" ? absentFolder(this.tree, id) : undefined;
    if (folder !== undefined) {
      this.diagnostics.push(report(missingFolder, path.span, { ...named, folder }));
    } else if (reading.kind === "missing") {
      this.diagnostics.push(report(missingFile, path.span, named));
    } else if (reading.kind === "outside") {
      this.diagnostics.push(report(fileOutsideTree, path.span, named));
    } else {
      const reason =
        reading.kind === "too-large"
          ? `it has ${reading.bytes} bytes, ${reading.limit} are read at most`
          : reading.reason;
      this.diagnostics.push(report(unreadableFile, path.span, { path: path.value, reason }));
    }
    return { id };
  }
}

type FileContent<Kind> = Kind extends "parameters" ? ParametersFile : StatusFile;
type FileOutcome<Kind> = Outcome<FileContent<Kind>>;
