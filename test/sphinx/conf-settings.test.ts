import { expect, test } from "vitest";
import { confSettings } from "../../generator/sphinx/conf-settings.js";

const launchpad = "https://bugs.launchpad.net/nova/+filebug";

test.each([
  [
    "the settings of the theme",
    "openstackdocs_repo_name = 'openstack/nova'\nopenstackdocs_bug_project = 'nova'\nopenstackdocs_bug_tag = 'api-ref'\n",
    { bugs: `${launchpad}?field.tags=api-ref` },
  ],
  [
    "older names of them",
    "repository_name = 'openstack/nova'\nbug_project = 'nova'\nbug_tag = ''\n",
    { bugs: launchpad },
  ],
  [
    "still older ones",
    "html_context = {'bug_project': 'nova', 'bug_tag': 'a b', 'gitsha': gitsha}\n",
    { bugs: `${launchpad}?field.tags=a%20b` },
  ],
  [
    "a project of StoryBoard by its number",
    "openstackdocs_bug_project = '909'\n",
    { bugs: "https://storyboard.openstack.org/#!/project/909" },
  ],
  [
    "a number that is none in quotes",
    "bug_project = 909\n",
    { bugs: "https://storyboard.openstack.org/#!/project/909" },
  ],
  [
    "StoryBoard by its setting",
    "openstackdocs_repo_name = 'openstack/placement'\nopenstackdocs_use_storyboard = True\n",
    { bugs: "https://storyboard.openstack.org/#!/project/openstack/placement" },
  ],
  ["no project", "openstackdocs_bug_tag = 'api-ref'\n", {}],
  [
    "what the pages are called",
    "project = u'Compute API Reference'\ncopyright = u'2010-present, OpenStack Foundation'\n",
    { project: "Compute API Reference", copyright: "2010-present, OpenStack Foundation" },
  ],
  [
    "a name of the pages beside",
    "project = 'nova'\nhtml_title = 'Compute API'\n",
    { project: "Compute API" },
  ],
  ["nothing that can be told without running it", "project = name()\ncopyright = f'{year}'\n", {}],
  [
    "who counts readers",
    "html_theme_options = {\n    'sidebar_mode': 'toc',\n    'analytics_tracking_code': 'UA-1',\n}\n",
    { analytics: "UA-1" },
  ],
  [
    "the licence that the theme names",
    "html_theme = 'openstackdocs'\n",
    {
      licence: {
        name: "Creative Commons Attribution 3.0 License",
        url: "https://creativecommons.org/licenses/by/3.0/",
      },
    },
  ],
  ["a licence of one's own", "license = 'Apache 2.0'\n", { licence: { name: "Apache 2.0" } }],
])("%s", (_why, conf, site) => {
  expect(confSettings(conf).site).toEqual(site);
});
