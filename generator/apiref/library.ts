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
import { contextOf, type MarkdownContext } from "../rst/inline/context.js";
import { requestsOf } from "../rst/ids/id-requests.js";
import { readFragment } from "../rst/read-document.js";
import type { SourceTree } from "../source/tree.js";
import type { Prose } from "./model.js";
import { type ParametersFile, readParametersFile } from "./files/parameters-file.js";
import type { ProseChecks } from "./checks/prose-checks.js";
import { noProse, proseOf } from "./prose/prose.js";
import { codeLanguages } from "./published/code-languages.js";
import { settingsOf, usualLanguage } from "./files/sphinx-settings.js";
import { readSample, type SampleContent } from "./files/read-sample.js";
import { readStatusFile, type StatusFile } from "./files/status-file.js";

/** Where a directive stands: its document, against which paths resolve, and the file it is in. */
export interface Standing {
  readonly document: SourceId;
  readonly source: SourceId;
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
    private readonly docs: MarkdownContext,
    private readonly checks: ProseChecks | undefined = undefined,
  ) {}

  parametersFile(
    standing: Standing,
    path: Said<string>,
  ): { id: SourceId; entries?: ParametersFile } {
    const found = this.find(standing, path, "parameters file");
    if (found.text === undefined) return { id: found.id };
    const known = this.parameters.get(found.id);
    if (known !== undefined) return { id: found.id, entries: known };
    const read = readParametersFile(found.id, found.text, (lines) => this.prose(lines));
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
    const read = readStatusFile(found.id, found.text, (lines) => this.prose(lines));
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
      this.samples.get(found.id) ?? this.take(readSample(found.id, found.text, 0, language));
    this.samples.set(found.id, content);
    return { id: found.id, text: found.text, content };
  }

  /** The prose of a description; its documents are all that may show it. */
  private prose(lines: readonly Line[]): Prose {
    if (lines.every((line) => line.text === "")) return noProse;
    const fragment = this.take(readFragment(lines));
    for (const each of this.checks?.of(fragment) ?? []) this.diagnostics.push(each);
    const usual = usualLanguage(settingsOf(this.tree));
    for (const each of codeLanguages(this.tree, "", fragment.blocks, usual))
      this.diagnostics.push(each);
    const prose = proseOf(fragment.blocks, contextOf(fragment, this.docs));
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
