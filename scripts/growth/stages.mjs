// The way from docs to files and findings, stage by stage, as `generate` and `lint` go it.

/** Runs every stage on the tree in `folder`, each through `step`, which is told its name. */
export async function runStages(program, folder, step) {
  const { tree, root } = await step("reading", () => program.openTree(folder));
  const read = await step("reading", () => program.readApiReference(tree));
  const inferred = await step("inferring", () => program.infer(read.value, {}));
  const whole = await step("openapi", () => program.toOpenApi(inferred.value, {}));
  await step("openapi", () => program.documentFiles(program.published(whole.value)));
  const model = await step("openapi", () => program.readModel(program.readBack(whole.value)));
  for (const name of ["types", "client", "server"]) {
    const emitter = await program.emitters[name]();
    await step(name, () => emitter.plan(model));
  }
  await step("lint", () => {
    const found = [read, inferred, whole].flatMap(({ diagnostics }) => diagnostics);
    const diagnostics = program.withoutIgnored(found, read.value.ignores);
    const textOf = (source) => {
      const reading = tree.read(source);
      return reading.kind === "text" ? reading.text : undefined;
    };
    const findings = program.findingsOf({ diagnostics, root, textOf });
    return program.line(findings).length + program.pretty(findings).length;
  });
}
