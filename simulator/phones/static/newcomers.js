// A fresh person with a fresh phone, and a fresh group: the visitor tries joining without a second Telegram account.

import { ask, Refused } from "./ask.js";
import { submitted } from "./choices.js";
import { el } from "./dom.js";
import { field, openSheet } from "./sheets.js";
import { language } from "./preferences.js";
import { words } from "./words.js";

export function newPersonSheet(page, root, then = () => {}) {
  const name = field(words().name, { data: { testid: "person-name" }, maxlength: 64, required: true });
  const tongue = el(
    "select",
    { data: { testid: "person-language" }, "aria-label": words().languageOf },
    el("option", { value: "en" }, "English"),
    el("option", { value: "bg" }, "Български"),
  );
  tongue.value = language();
  const create = async () => {
    try {
      const { id } = await ask("add_person", { name: name.input.value.trim(), language: tongue.value });
      close();
      page.show(id);
      then(id);
    } catch (refusal) {
      if (!(refusal instanceof Refused)) throw refusal;
      page.tell(refusal.message);
    }
  };
  const form = el(
    "form",
    { class: "sheet-form", onsubmit: (event) => submitted(event, create) },
    name.row,
    el("label", { class: "field" }, el("span", {}, words().languageOf), tongue),
    el("button", { class: "primary", data: { testid: "create-person" } }, words().create),
  );
  const close = openSheet(root, words().addPerson, form);
}

export function newGroupSheet(phone) {
  const title = field(words().groupName, { data: { testid: "group-title" }, maxlength: 128, required: true });
  const create = async () => {
    close();
    const answer = await phone.act("add_group", { title: title.input.value.trim() });
    if (answer) phone.go(answer.chat);
  };
  const form = el(
    "form",
    { class: "sheet-form", onsubmit: (event) => submitted(event, create) },
    title.row,
    el("button", { class: "primary" }, words().create),
  );
  const close = openSheet(phone.screen, words().addGroup, form);
}
