// What a person can do with one message: reply, edit, forward, delete, copy, react.

import { forwardTo } from "./choices.js";
import { el } from "./dom.js";
import { choice, faces, openSheet } from "./sheets.js";
import { words } from "./words.js";

const REACTIONS = ["👍", "❤", "🔥", "🎉", "👏", "🤔", "🙏"];

export function messageMenu(phone, message) {
  const then = (action) => () => (close(), action());
  const deeds = [
    choice(
      words().reply,
      then(() => phone.composer.answer(message)),
      { data: { deed: "reply" } },
    ),
    message.text &&
      choice(
        words().copy,
        then(() => navigator.clipboard.writeText(message.text)),
        { data: { deed: "copy" } },
      ),
    choice(
      words().forward,
      then(() => forwardTo(phone, message)),
      { data: { deed: "forward" } },
    ),
    message.can_edit &&
      choice(
        words().edit,
        then(() => phone.composer.change(message)),
        { data: { deed: "edit" } },
      ),
    message.can_delete &&
      choice(
        words().remove,
        then(() => phone.act("delete", { chat: phone.chat, message: message.id })),
        { class: "choice danger", data: { deed: "delete" } },
      ),
  ];
  const close = openSheet(
    phone.screen,
    words().actions,
    faces(REACTIONS, words().react, (emoji) => then(() => react(phone, message, emoji))()),
    el("div", { class: "choices" }, deeds),
  );
}

function react(phone, message, emoji) {
  return phone.act("react", { chat: phone.chat, message: message.id, emoji });
}
