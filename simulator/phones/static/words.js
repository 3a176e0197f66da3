// The page's own words, in the language that was chosen for it.

import { language } from "./preferences.js";
import * as bulgarian from "./words_bg.js";
import * as english from "./words_en.js";

export function words() {
  return chosen().LABELS;
}

export function serviceText({ kind, who, what }) {
  const { SERVICE } = chosen();
  return (SERVICE[kind] ?? SERVICE.other)(who, what);
}

function chosen() {
  return language() === "bg" ? bulgarian : english;
}
