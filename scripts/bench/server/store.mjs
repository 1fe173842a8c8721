// What both servers answer with: the same few images, ready-made.
export const known = "70a599e0-31e7-49b7-b260-868f441e862b";

const image = {
  id: known,
  name: "fakeimage7",
  status: "ACTIVE",
  created: "2011-01-01T01:02:03Z",
  updated: "2011-01-01T01:02:03Z",
  progress: 100,
  minDisk: 0,
  minRam: 0,
  metadata: { architecture: "x86_64", kernel_id: "nokernel" },
  links: [
    { href: `https://cloud.example/v2.1/images/${known}`, rel: "self" },
    { href: `https://cloud.example/images/${known}`, rel: "bookmark" },
  ],
};

const images = Array.from({ length: 10 }, () => image);
export const summaries = images.map(({ id, name, links }) => ({ id, name, links }));
export const find = (id) => (id === known ? image : undefined);
