import { code, identifier } from "../../generator/emit/text.js";
import type { ChapterStubs, Stub } from "../../generator/scaffold/stubs.js";

/** A chapter of boxes, or of lids, with operations of these names. */
export function chapter(file: string, names: readonly string[]): ChapterStubs {
  const word = file.slice(0, 1).toUpperCase() + file.slice(1);
  return {
    file,
    title: word,
    key: identifier(file),
    type: identifier(`${word}Handlers`),
    stubs: names.map((name) => stub(file, name)),
  };
}

function stub(file: string, name: string): Stub {
  const [verb = name] = name.split(/(?=[A-Z])/);
  const methods: Readonly<Record<string, string>> = {
    list: "GET",
    show: "GET",
    create: "POST",
    delete: "DELETE",
  };
  const one = /^(show|delete)/.test(name) ? "/{id}" : "";
  return {
    name: identifier(name),
    place: code`\`${identifier(methods[verb] ?? "PUT")} /${identifier(file)}${one as ReturnType<typeof code>}\``,
  };
}
