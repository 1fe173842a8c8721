import { describe, expect, it } from "vitest";
import { compose, doubles } from "../../generator/openapi/components/component-names.js";

describe("compose", () => {
  it.each([
    { prefix: "Server", word: "Flavor", name: "ServerFlavor", why: "one behind the other" },
    { prefix: "CreateServer", word: "Server", name: undefined, why: "said already" },
    { prefix: "RebuildServer", word: "Rebuild", name: undefined, why: "said already, in front" },
    { prefix: "ListServers", word: "Server", name: undefined, why: "said already, in the plural" },
    { prefix: "ShareNetwork", word: "ShareNetworkSubnet", name: "ShareNetworkSubnet", why: "half" },
    { prefix: "CreateServerBackUp", word: "CreateBackup", name: undefined, why: "in two words" },
    {
      prefix: "LiveMigrateServer",
      word: "OsMigrateLive",
      name: undefined,
      why: "`Os` says nothing",
    },
    {
      prefix: "VolumeV2",
      word: "Attachment",
      name: "VolumeV2Attachment",
      why: "a version is a word",
    },
  ])("$prefix and $word: $name ($why)", ({ prefix, word, name }) => {
    expect(compose(prefix, word)).toBe(name);
  });
});

describe("doubles", () => {
  it.each([
    { name: "CreateServerServer", is: true, why: "a word at once again" },
    { name: "ServerGroupServerGroupMember", is: true, why: "two words at once again" },
    { name: "ListServersServer", is: true, why: "once in the plural" },
    { name: "ServerOfServer", is: false, why: "something between" },
    { name: "IPv6Address", is: false, why: "capitals inside a word" },
  ])("$name: $is ($why)", ({ name, is }) => {
    expect(doubles(name)).toBe(is);
  });
});
