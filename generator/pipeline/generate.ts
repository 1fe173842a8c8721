import { KnownAnswers } from "../collections/known-answers.js";
import { KnownTexts } from "../collections/known-texts.js";
import type { Diagnostic, Outcome } from "../diagnostics/diagnostic.js";
import type { ApiReference } from "../apiref/model.js";
import { emptyMemory, type ReadingMemory } from "../apiref/reading-memory.js";
import { readApiReference } from "../apiref/read-api-reference.js";
import { infer } from "../infer/infer.js";
import type { Guess, Inferences } from "../infer/model.js";
import type { Beside, PlannedFile } from "../emit/emitter.js";
import { PartialFailure } from "../emit/partial-failure.js";
import type { OpenApiDocument } from "../openapi/document.js";
import type { ApiModel } from "../openapi/model.js";
import { isDocument } from "../load/load.js";
import { ConfigurationError } from "../config/configuration-error.js";
import { within } from "../openapi/versions.js";
import { applyOverlays } from "../openapi/overlay/overlay.js";
import { project } from "../openapi/project/project.js";
import { readModel } from "../openapi/read/read-model.js";
import { inThreeTwo } from "../openapi/to-version.js";
import { toOpenApi } from "../openapi/write/write-document.js";
import type { SourceTree } from "../source/tree.js";
import { answersApart } from "./answers-apart.js";
import { readDescribed } from "./described.js";
import { documentFiles, published, readBack } from "./document-files.js";
import type { PipelineMemory } from "./memory.js";
import { hooked, planOf } from "./hooks.js";
import { withoutIgnored } from "./ignored.js";
import { overlaysOf } from "./overlays.js";
import { refuseUnknownLimits, select, withPart } from "./select.js";
import { changesOf, type Published, publishedOf } from "./published.js";
import { documentSettings, type Settings } from "./settings.js";
import { weigh } from "./severity.js";
import { emitters, wantedOutputs } from "./emitters.js";
import { ownEmitter, silent, type Tell } from "./stages.js";

/** What an API reference means. */
export interface Understood {
  readonly document: OpenApiDocument;
  /** How many documented operations were chosen; a projection may have fewer. */
  readonly operations: number;
  /** What of the whole service neither docs nor settings say in so many words. */
  readonly guesses: readonly Guess[];
  /** What the docs say; undefined where a document was read. */
  readonly reference?: ApiReference;
  /** The document as the docs give it: of all microversions, and before anybody corrected it. */
  readonly whole?: OpenApiDocument;
}

/** Everything that is made of one API reference. */
export interface Generated extends Understood {
  readonly model: ApiModel;
  /** The document itself and what the emitters made of it; paths in the output folder. */
  readonly files: readonly PlannedFile[];
  /** What a site has beside its pages, where one was made of docs. */
  readonly published?: Published;
}

/** Source text → what the docs SAY → every guess → what the docs MEAN → files, not yet on disk. */
export async function generate(
  tree: SourceTree,
  settings: Settings,
  tell: Tell = silent,
  memory?: PipelineMemory,
): Promise<Outcome<Generated>> {
  const reading = memory?.reading ?? emptyMemory();
  const answers = new KnownAnswers(memory?.answers);
  const understood = understand(tree, settings, tell, memory, reading, answers);
  const made = published(understood.value.document, memory?.parts);
  const model = readModel(made.document);
  const texts = new KnownTexts(memory?.texts);
  const documents = documentFiles(made, texts);
  const beyond = await publishedOf(tree, understood, model, settings, reading);
  const changes = await changesOf(model, settings, texts);
  const partials = settings.site?.partials;
  const beside = {
    documents,
    texts,
    changes,
    ...(beyond && { site: beyond.site }),
    ...(partials && { partials }),
    ...(settings.runtime !== undefined && { runtime: settings.runtime }),
  };
  const files = [...documents, ...(await emit(model, settings, tell, beside))];
  if (memory !== undefined) {
    memory.texts = texts.after;
    memory.answers = answers.after;
    memory.parts = made.parts;
    memory.counts = { kept: texts.kept, made: texts.made };
  }
  const value = { ...understood.value, model, files, ...(beyond && { published: beyond }) };
  return { value, diagnostics: understood.diagnostics };
}

/** The document of a tree and everything that was found on the way. */
export function understand(
  tree: SourceTree,
  settings: Settings,
  tell: Tell = silent,
  memory?: PipelineMemory,
  reading: ReadingMemory | undefined = memory?.reading,
  answers?: KnownAnswers,
): Outcome<Understood> {
  tell("reading");
  if (isDocument(tree)) return described(tree, settings, tell);
  const reference = readApiReference(tree, reading); // text → what the docs SAY
  return interpret(reference, settings, tell, memory, answers);
}

/** The document that a tree is, as anybody wrote it. */
function described(tree: SourceTree, settings: Settings, tell: Tell): Outcome<Understood> {
  const read = readDescribed(tree, settings);
  tell("openapi");
  const { operations } = read.value;
  const corrected = finished(read.value.document, settings);
  const found = [...read.diagnostics, ...corrected.diagnostics];
  const value = { document: corrected.value, operations, guesses: [] };
  return { value, diagnostics: weigh(found, settings.severity) };
}

/** The document as the user knows better, and of one microversion where that is asked for. */
function finished(document: OpenApiDocument, settings: Settings): Outcome<OpenApiDocument> {
  const corrected = applyOverlays(document, overlaysOf(settings));
  const own = hooked(corrected.value, settings);
  const { microversion } = settings;
  if (microversion !== undefined) refuseUnknown(microversion, own);
  const projected = microversion === undefined ? own : project(own, microversion);
  const value = settings.openapi === "3.2" ? inThreeTwo(projected) : projected;
  return { ...corrected, value };
}

/** At a microversion beyond those that are known, next to nothing would be left. */
function refuseUnknown(microversion: string, document: OpenApiDocument): void {
  const extension = document["x-restanza"];
  if (extension?.projected !== undefined && extension.projected !== microversion)
    throw new ConfigurationError(
      `${document.info.title} is there at microversion ${extension.projected} alone: no other can be made of it.`,
    );
  const known = extension?.microversions;
  if (known === undefined) return;
  const { minimum, maximum } = known;
  if (within({ min: minimum, max: maximum }, microversion)) return;
  throw new ConfigurationError(
    `${document.info.title} has no microversion ${microversion} that the docs know: they know ${minimum} to ${maximum}. ` +
      "Where the service has newer ones, `info: { version }` of the configuration says so.",
  );
}

/** What follows from what the docs say; among the findings are those of their reading. */
export function interpret(
  reference: Outcome<ApiReference>,
  settings: Settings,
  tell: Tell = silent,
  memory?: PipelineMemory,
  answers?: KnownAnswers,
): Outcome<Understood> {
  return interpretFully(reference, settings, tell, memory, answers).understood;
}

/** The same, with all that was guessed on the way. */
export function interpretFully(
  reference: Outcome<ApiReference>,
  settings: Settings,
  tell: Tell = silent,
  memory?: PipelineMemory,
  answers: KnownAnswers = new KnownAnswers(),
): { readonly understood: Outcome<Understood>; readonly inferred: Inferences } {
  tell("inferring");
  const inference = memory && { memory: memory.inference, known: answers };
  const inferred = infer(reference.value, { ...settings, ...inference }); // every guess: bodies, versions, faults, names
  refuseUnknownLimits(inferred.value, settings);
  const chosen = select(inferred.value, settings);
  tell("openapi");
  const made = toOpenApi(chosen, documentSettings(settings), answers); // → what the docs MEAN
  const whole = { ...made, value: withPart(made.value, settings) };
  const corrected = finished(whole.value, settings); // what the user knows better
  // With the objects that were known before, what was found out about them is known, too.
  const known = memory === undefined ? whole.value : published(whole.value, memory.parts).document;
  const found: readonly Diagnostic[] = [
    ...[reference, inferred, whole, corrected].flatMap((stage) => stage.diagnostics),
    ...answersApart(known, chosen.operations),
  ];
  const operations = chosen.operations.size;
  const told = withoutIgnored(found, reference.value.ignores);
  const { guesses } = inferred.value.service;
  const value = {
    document: corrected.value,
    operations,
    guesses,
    reference: reference.value,
    whole: known,
  };
  return {
    understood: { value, diagnostics: weigh(told, settings.severity) },
    inferred: inferred.value,
  };
}

/** A template of the user's that cannot be filled is a fault of the configuration. */
function asConfiguration(error: unknown): never {
  if (error instanceof PartialFailure) throw new ConfigurationError(error.message);
  throw error;
}

/** What every wanted emitter makes of the model, one after the other. */
export async function emit(
  model: ApiModel,
  settings: Settings,
  tell: Tell = silent,
  beside: Beside = {},
): Promise<readonly PlannedFile[]> {
  const wanted = wantedOutputs(settings);
  const loaded = await Promise.all(
    wanted.map(async (name) => ({ name, emitter: await emitters[name]() })),
  );
  const planned: (readonly PlannedFile[])[] = [];
  for (const { name, emitter } of loaded) {
    tell(name);
    planned.push(await emitter.plan(model, beside).catch(asConfiguration));
  }
  for (const own of settings.emitters ?? []) {
    tell(ownEmitter(own.name));
    // What it changes in place is nobody else's: parts of a document are kept for the next run.
    planned.push(await planOf(own, readModel(readBack(model.document))));
  }
  return planned.flat();
}
