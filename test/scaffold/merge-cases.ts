/** One change of the docs, and what becomes of a file that somebody wrote. */
export interface MergeCase {
  readonly why: string;
  /** What the docs have now, by chapter; `boxes` with list, show and delete unless said. */
  readonly docs?: Readonly<Record<string, readonly string[]>>;
  /** Chapters that the docs did not have at the last run. */
  readonly isNew?: readonly string[];
  readonly before: string;
  /** The same as before, unless said. */
  readonly after?: string;
}

const head = `import { NotImplemented } from "./server/runtime.js";
import type { BoxesHandlers } from "./server/index.js";
`;

/** Of a file that begins with the imports above. */
function of(why: string, before: string, after?: string, docs?: MergeCase["docs"]): MergeCase {
  return {
    why,
    before: head + before,
    ...(after !== undefined && { after: head + after }),
    ...(docs && { docs }),
  };
}

const gone = "@deprecated The docs no longer have this operation.";

export const mergeCases: readonly MergeCase[] = [
  of(
    "a file with everything stays as it is, whatever its layout",
    `const boxes : BoxesHandlers={
      listBoxes( ){return reply(200,{boxes:[]})  }  ,
  "showBox":async()=>{}, get deleteBox(){return other}
}`,
  ),
  of(
    "a new operation stands behind the one before it in the docs",
    `export const boxes: BoxesHandlers = {
  /** Mine. */
  listBoxes() {
    return reply();
  },

  deleteBox() {
    return reply();
  },
};
`,
    `export const boxes: BoxesHandlers = {
  /** Mine. */
  listBoxes() {
    return reply();
  },

  /** \`GET /boxes/{id}\` */
  showBox() {
    throw new NotImplemented();
  },

  deleteBox() {
    return reply();
  },
};
`,
  ),
  of(
    "the first operation of the docs stands first",
    `const boxes: BoxesHandlers = {
  // Shows one.
  showBox() {},
  deleteBox() {},
};
`,
    `const boxes: BoxesHandlers = {
  /** \`GET /boxes\` */
  listBoxes() {
    throw new NotImplemented();
  },
  // Shows one.
  showBox() {},
  deleteBox() {},
};
`,
  ),
  of(
    "a comment on the line of a handler stays with it, and no comma is doubled",
    `const boxes: BoxesHandlers = {
  listBoxes() {}, // all of them
  showBox() {}, /* one */ // by its id
};
`,
    `const boxes: BoxesHandlers = {
  listBoxes() {}, // all of them
  showBox() {}, /* one */ // by its id
  /** \`DELETE /boxes/{id}\` */
  deleteBox() {
    throw new NotImplemented();
  },
};
`,
  ),
  of(
    "a comment on the line behind the last comma stays last",
    `const boxes: BoxesHandlers = {
  listBoxes() {},
  showBox() {},
  // To be continued.
};
`,
    `const boxes: BoxesHandlers = {
  listBoxes() {},
  showBox() {},
  /** \`DELETE /boxes/{id}\` */
  deleteBox() {
    throw new NotImplemented();
  },
  // To be continued.
};
`,
  ),
  of(
    "without a comma at the end there is none afterwards",
    `const boxes: BoxesHandlers = {
  listBoxes() {},
  showBox() {} // one
};
`,
    `const boxes: BoxesHandlers = {
  listBoxes() {},
  showBox() {}, // one
  /** \`DELETE /boxes/{id}\` */
  deleteBox() {
    throw new NotImplemented();
  }
};
`,
  ),
  of(
    "an object on one line stays on one",
    "const boxes: BoxesHandlers = { listBoxes, showBox };\n",
    "const boxes: BoxesHandlers = { listBoxes, showBox, deleteBox() { throw new NotImplemented(); } };\n",
  ),
  of(
    "an empty object is filled",
    "const boxes: BoxesHandlers = {};\n",
    `const boxes: BoxesHandlers = {
  /** \`GET /boxes\` */
  listBoxes() {
    throw new NotImplemented();
  },

  /** \`GET /boxes/{id}\` */
  showBox() {
    throw new NotImplemented();
  },
};
`,
    { boxes: ["listBoxes", "showBox"] },
  ),
  of(
    "an object with a comment alone keeps it",
    `const boxes: BoxesHandlers = {
  // Nothing yet.
};
`,
    `const boxes: BoxesHandlers = {
  // Nothing yet.
  /** \`GET /boxes\` */
  listBoxes() {
    throw new NotImplemented();
  },
};
`,
    { boxes: ["listBoxes"] },
  ),
  {
    why: "line ends, tabs, quotes and missing semicolons are those of the file",
    before:
      "import { type BoxesHandlers } from './server/index.js'\r\n\r\nexport const boxes: BoxesHandlers = {\r\n\tlistBoxes() {\r\n\t\treturn 1\r\n\t},\r\n\tshowBox() {},\r\n}\r\n",
    after:
      "import { type BoxesHandlers } from './server/index.js'\r\nimport { NotImplemented } from './server/runtime.js'\r\n\r\nexport const boxes: BoxesHandlers = {\r\n\tlistBoxes() {\r\n\t\treturn 1\r\n\t},\r\n\tshowBox() {},\r\n\t/** `DELETE /boxes/{id}` */\r\n\tdeleteBox() {\r\n\t\tthrow new NotImplemented();\r\n\t},\r\n}\r\n",
  },
  {
    why: "a byte order mark stays",
    docs: { boxes: ["listBoxes"] },
    before: `\ufeff${head}const boxes: BoxesHandlers = { listBoxes };\n`,
  },
  of(
    "a class has methods of no type but never, without commas",
    `class Boxes implements BoxesHandlers {
    constructor(private readonly db: Db) {}

    listBoxes() { return this.all(); }
    private all() { return []; }
}
`,
    `class Boxes implements BoxesHandlers {
    constructor(private readonly db: Db) {}

    listBoxes() { return this.all(); }

    /** \`GET /boxes/{id}\` */
    showBox(): never {
        throw new NotImplemented();
    }
    private all() { return []; }
}
`,
    { boxes: ["listBoxes", "showBox"] },
  ),
  of(
    "what a function gives is found",
    `export function boxesOf(db: Db): BoxesHandlers {
  const all = db.all();
  return {
    listBoxes: () => all,
    showBox: () => all[0],
  };
}
`,
    `export function boxesOf(db: Db): BoxesHandlers {
  const all = db.all();
  return {
    listBoxes: () => all,
    showBox: () => all[0],
    /** \`DELETE /boxes/{id}\` */
    deleteBox() {
      throw new NotImplemented();
    },
  };
}
`,
  ),
  of(
    "an arrow function too",
    "const boxesOf = (db: Db): BoxesHandlers => ({ listBoxes: db.all, showBox: db.one });\n",
    "const boxesOf = (db: Db): BoxesHandlers => ({ listBoxes: db.all, showBox: db.one, deleteBox() { throw new NotImplemented(); } });\n",
  ),
  of(
    "satisfies is found",
    "const boxes = { listBoxes, showBox } satisfies BoxesHandlers;\n",
    "const boxes = { listBoxes, showBox, deleteBox() { throw new NotImplemented(); } } satisfies BoxesHandlers;\n",
  ),
  {
    why: "a type of another name is found by where it comes from",
    before: `import { NotImplemented as Later } from "./server/runtime.js";
import type { BoxesHandlers as Boxes } from "./server/index.js";
export const mine: Boxes = { listBoxes, showBox };
`,
    after: `import { NotImplemented as Later } from "./server/runtime.js";
import type { BoxesHandlers as Boxes } from "./server/index.js";
export const mine: Boxes = { listBoxes, showBox, deleteBox() { throw new Later(); } };
`,
  },
  {
    why: "a namespace and an index into Handlers are the same type",
    docs: { boxes: ["listBoxes"], lids: ["listLids"] },
    before: `import { NotImplemented } from "./server/runtime.js";
import type * as server from "./server/index.js";
const boxes: server.BoxesHandlers = { ...none };
const lids: server.Handlers["lids"] = {};
`,
    after: `import { NotImplemented } from "./server/runtime.js";
import type * as server from "./server/index.js";
const boxes: server.BoxesHandlers = { ...none };
const lids: server.Handlers["lids"] = {
  /** \`GET /lids\` */
  listLids() {
    throw new NotImplemented();
  },
};
`,
  },
  {
    why: "handlers without a type are found by what is given to plugin()",
    before: `import { plugin } from "./server/fastify.js";
import { NotImplemented } from "./server/runtime.js";
const boxes = { listBoxes, showBox };
const handlers = { boxes };
app.register(plugin(service, routes, handlers));
`,
    after: `import { plugin } from "./server/fastify.js";
import { NotImplemented } from "./server/runtime.js";
const boxes = { listBoxes, showBox, deleteBox() { throw new NotImplemented(); } };
const handlers = { boxes };
app.register(plugin(service, routes, handlers));
`,
  },
  of(
    "what another object of the file brings is there",
    `const reading = { listBoxes, showBox };
const boxes: BoxesHandlers = { ...reading };
`,
    `const reading = { listBoxes, showBox };
const boxes: BoxesHandlers = { ...reading, deleteBox() { throw new NotImplemented(); } };
`,
  ),
  of("what comes from elsewhere may be there", "const boxes: BoxesHandlers = { ...imported };\n"),
  of(
    "objects that spread each other bring nothing to an end",
    `const a = { ...b };
const b = { ...a };
const boxes: BoxesHandlers = { ...a };
`,
  ),
  of(
    "of a part the authors chose what is there",
    "const boxes: Partial<BoxesHandlers> = { listBoxes };\n",
  ),
  of(
    "a handler without operation is marked in its comment of one line",
    `const boxes: BoxesHandlers = {
  /** Packs one. */
  packBox() {},
};
`,
    `const boxes: BoxesHandlers = {
  /** Packs one.
   * ${gone}
   */
  packBox() {},
};
`,
    { boxes: [] },
  ),
  of(
    "in its comment of several lines",
    `const boxes: BoxesHandlers = {
  /**
   * Packs one.
   */
  packBox() {},
};
`,
    `const boxes: BoxesHandlers = {
  /**
   * Packs one.
   * ${gone}
   */
  packBox() {},
};
`,
    { boxes: [] },
  ),
  of(
    "in a comment of its own below those that are there",
    `const boxes: BoxesHandlers = {
  // Packs one.
  packBox() {},
};
`,
    `const boxes: BoxesHandlers = {
  // Packs one.
  /** ${gone} */
  packBox() {},
};
`,
    { boxes: [] },
  ),
  of(
    "once",
    `const boxes: BoxesHandlers = {
  /** @deprecated I know. */
  packBox() {},
  /** ${gone} */
  sealBox() {},
};
`,
    undefined,
    { boxes: [] },
  ),
  of(
    "with what it is called now, where its comment tells which it was",
    `const boxes: BoxesHandlers = {
  /** \`GET /boxes\` */
  allBoxes() {},
};
`,
    `const boxes: BoxesHandlers = {
  /** \`GET /boxes\` */
  listBoxes() {
    throw new NotImplemented();
  },

  /** \`GET /boxes\`
   * @deprecated The docs no longer have this operation: see \`listBoxes\`.
   */
  allBoxes() {},
};
`,
    { boxes: ["listBoxes"] },
  ),
  of(
    "or with the chapter that it went to",
    `const boxes: BoxesHandlers = {
  listLids() {},
};
`,
    `const boxes: BoxesHandlers = {
  /** @deprecated The docs no longer have this operation: see \`lids\`. */
  listLids() {},
};
`,
    { boxes: [], lids: ["listLids"] },
  ),
  of(
    "helpers of a class are no handlers, but what was one is marked",
    `class Boxes implements BoxesHandlers {
  helper() {}
  /** \`PUT /boxes/pack\` */
  packBox() {}
}
`,
    `class Boxes implements BoxesHandlers {
  helper() {}
  /** \`PUT /boxes/pack\`
   * ${gone}
   */
  packBox() {}
}
`,
    { boxes: [] },
  ),
  of(
    "a mark goes when the operation is there again",
    `const boxes: BoxesHandlers = {
  /** \`GET /boxes\`
   * ${gone}
   */
  listBoxes() {},
  /** ${gone} */
  showBox() {},
  /**
   * Mine.
   * ${gone}
   * @see you
   */
  deleteBox() {},
};
`,
    `const boxes: BoxesHandlers = {
  /** \`GET /boxes\` */
  listBoxes() {},
  showBox() {},
  /**
   * Mine.
   * @see you
   */
  deleteBox() {},
};
`,
  ),
  {
    why: "a new chapter is added behind the one before it, and served",
    docs: { boxes: ["listBoxes"], lids: ["listLids"] },
    isNew: ["lids"],
    before: `import { plugin } from "./server/fastify.js";
import { routes, service, type BoxesHandlers } from "./server/index.js";

export const boxes: BoxesHandlers = { listBoxes };

export function createApp() {
  const handlers = { boxes };
  return plugin(service, routes, handlers);
}
`,
    after: `import { plugin } from "./server/fastify.js";
import { routes, service, type BoxesHandlers, type LidsHandlers } from "./server/index.js";
import { NotImplemented } from "./server/runtime.js";

export const boxes: BoxesHandlers = { listBoxes };

/** Lids. */
export const lids: LidsHandlers = {
  /** \`GET /lids\` */
  listLids() {
    throw new NotImplemented();
  },
};

export function createApp() {
  const handlers = { boxes, lids };
  return plugin(service, routes, handlers);
}
`,
  },
  {
    why: "a chapter whose name the file has for something else gets another",
    docs: { boxes: ["listBoxes"], handlers: ["listHandlers"] },
    isNew: ["handlers"],
    before: `import { routes, service, type BoxesHandlers } from "./server/index.js";
import { NotImplemented } from "./server/runtime.js";
const boxes: BoxesHandlers = { listBoxes };
class NotHere {}
const all: Handlers = { boxes };
`,
    after: `import { routes, service, type BoxesHandlers, type HandlersHandlers } from "./server/index.js";
import { NotImplemented } from "./server/runtime.js";
const boxes: BoxesHandlers = { listBoxes };

/** Handlers. */
export const handlers: HandlersHandlers = {
  /** \`GET /handlers\` */
  listHandlers() {
    throw new NotImplemented();
  },
};
class NotHere {}
const all: Handlers = { boxes, handlers };
`,
  },
  {
    why: "a chapter that another file has, or that somebody took out, is not added",
    docs: { boxes: ["listBoxes"], lids: ["listLids"], tags: ["listTags"] },
    isNew: ["lids"],
    before: `import { lids } from "./lids.js";
import type { BoxesHandlers } from "./server/index.js";
const boxes: BoxesHandlers = { listBoxes };
`,
  },
  {
    why: "NotImplemented has another name where the file has its own",
    before: `import type { BoxesHandlers } from "./server/index.js";
class NotImplemented extends Error {}
const boxes: BoxesHandlers = { listBoxes, showBox };
`,
    after: `import type { BoxesHandlers } from "./server/index.js";
import { NotImplemented as NotImplementedYet } from "./server/runtime.js";
class NotImplemented extends Error {}
const boxes: BoxesHandlers = { listBoxes, showBox, deleteBox() { throw new NotImplementedYet(); } };
`,
  },
];
