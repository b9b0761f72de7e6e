export { loadPlugin, pluginRules, type LoadedPlugin, type PluginCode } from "./load-plugin.ts";
