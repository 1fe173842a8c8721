/** Of docutils 0.19 and newer ones. */
const docutils = `admonition attention caution class code code-block compound container contents
  csv-table danger date default-role epigraph error figure footer header highlights hint image
  important include line-block list-table math meta note parsed-literal pull-quote raw replace
  restructuredtext-test-directive role rubric section-numbering sectnum sidebar sourcecode table
  target-notes tip title topic unicode warning`;

/** Of Sphinx 5.3 without extensions and newer ones; its own domain `std` among them. */
const sphinx = `acks centered codeauthor confval cssclass default-domain deprecated describe envvar
  glossary highlight hlist index literalinclude moduleauthor object only option productionlist
  program cmdoption rst-class sectionauthor seealso tabularcolumns toctree versionadded
  versionchanged versionremoved`;

/** Of the domains of Sphinx, by their names; the ones of `py` need none. */
const domains = {
  py: `attribute class classmethod currentmodule data decorator decoratormethod exception function
    method module property staticmethod type`,
  c: `alias enum enumerator function macro member namespace namespace-pop namespace-push struct type
    union var`,
  cpp: `alias class concept enum enum-class enum-struct enumerator function member namespace
    namespace-pop namespace-push struct type union var`,
  js: "attribute class data function method module",
  rst: "directive directive:option role",
  std: "cmdoption confval envvar glossary option productionlist program",
};

const auto = `autoattribute autoclass autodata autodecorator autoexception autofunction automethod
  automodule autonewtypedata autonewvarattribute autoproperty`;
const graphs = "digraph graph graphviz";
const http = "any connect copy delete get head options patch post put trace"
  .split(" ")
  .map((method) => `http:${method}`)
  .join(" ");

/** Of extensions: those that come with Sphinx and those that the docs of OpenStack use. */
const extensions: Readonly<Record<string, string>> = {
  "sphinx.ext.apidoc": "",
  "sphinx.ext.autodoc": auto,
  "sphinx.ext.autodoc.preserve_defaults": "",
  "sphinx.ext.autodoc.typehints": "",
  "sphinx.ext.autosectionlabel": "",
  "sphinx.ext.autosummary": `${auto} autosummary`,
  "sphinx.ext.coverage": "",
  "sphinx.ext.doctest": "doctest testcleanup testcode testoutput testsetup",
  "sphinx.ext.duration": "",
  "sphinx.ext.extlinks": "",
  "sphinx.ext.githubpages": "",
  "sphinx.ext.graphviz": graphs,
  "sphinx.ext.ifconfig": "ifconfig",
  "sphinx.ext.imgconverter": "",
  "sphinx.ext.imgmath": "",
  "sphinx.ext.inheritance_diagram": `${graphs} inheritance-diagram`,
  "sphinx.ext.intersphinx": "",
  "sphinx.ext.linkcode": "",
  "sphinx.ext.mathjax": "",
  "sphinx.ext.napoleon": auto,
  "sphinx.ext.todo": "todo todolist",
  "sphinx.ext.viewcode": "",
  "cliff.sphinxext": "autoprogram-cliff",
  openstackdocstheme: "",
  "oslo_config.sphinxconfiggen": "",
  "oslo_config.sphinxext": "show-options",
  "oslo_policy.sphinxext": "show-policy",
  "oslo_policy.sphinxpolicygen": "",
  pyspecific: "deprecated-removed",
  "reno.sphinxext": "release-notes",
  sphinx_copybutton: "",
  sphinx_design: `article-info button-link button-ref card card-carousel div dropdown grid
    grid-item grid-item-card tab-item tab-set tab-set-code`,
  "sphinx_feature_classification.support_matrix": "support_matrix",
  "sphinx_tabs.tabs": "code-tab group-tab tab tabs",
  "sphinxcontrib.actdiag": "actdiag",
  "sphinxcontrib.apidoc": "",
  "sphinxcontrib.blockdiag": "blockdiag",
  "sphinxcontrib.httpdomain": http,
  "sphinxcontrib.mermaid": "autoclasstree mermaid",
  "sphinxcontrib.nwdiag": "nwdiag",
  "sphinxcontrib.packetdiag": "packetdiag",
  "sphinxcontrib.plantuml": "uml",
  "sphinxcontrib.rackdiag": "rackdiag",
  "sphinxcontrib.rsvgconverter": "",
  "sphinxcontrib.seqdiag": "seqdiag",
  "sphinxcontrib.svg2pdfconverter": "",
  "stevedore.sphinxext": "list-plugins",
};

/**
 * The directives that docutils and Sphinx have without an extension, as names are compared. What a
 * domain lacks is looked for in `std` (Sphinx's `lookup_domain_element`).
 */
export const ownDirectives: ReadonlySet<string> = new Set([
  ...words(docutils),
  ...words(sphinx),
  ...words(domains.py),
  ...Object.entries(domains).flatMap(([domain, names]) =>
    words(`${names} ${domains.std}`).map((name) => `${domain}:${name}`),
  ),
]);

/** Those that a domain has where a setting or a document makes it the one that needs no name. */
export const domainDirectives: ReadonlySet<string> = new Set(Object.values(domains).flatMap(words));

/** The directives of extensions that are known, by the names that conf.py has for them. */
export const extensionDirectives: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(extensions).map(([extension, names]) => [extension, words(names)]),
);

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}
