/** The project's repository: the docs of rules are files in it. */
export const projectUrl = "https://github.com/standfirst/standfirst";

/** Where rules are explained that a config makes or brings: their own text is in the site's repository. */
export const ownRulesUrl = `${projectUrl}#rules-of-your-own`;
