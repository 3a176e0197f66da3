// The buttons under a message. A press shows a spinner until the bot has answered it, then the bot's toast or alert.

import { el } from "./dom.js";
import { follow, passOn } from "./links.js";

export function inlineKeyboard(phone, message) {
  if (message.buttons.length === 0) return null;
  const rows = message.buttons.map((row, line) =>
    el(
      "div",
      { class: "key-row" },
      row.map((key, place) => inlineKey(phone, message, key, line, place)),
    ),
  );
  return el("div", { class: "inline-keyboard", role: "group" }, rows);
}

function inlineKey(phone, message, key, row, column) {
  const props = {
    class: `key style-${key.style ?? "plain"} is-${key.kind}`,
    data: { button: key.text, focus: `key-${row}-${column}` },
  };
  if (key.kind === "url") {
    const follows = (event) => (event.preventDefault(), follow(phone, key.url));
    const link = el(
      "a",
      { ...props, href: key.url, rel: "noopener noreferrer", onclick: follows },
      el("span", {}, key.text),
    );
    return el("span", { class: "key-with-more" }, link, passOn(phone, key.url));
  }
  const waiting = phone.waiting.has(pressKey(message, row, column));
  return el(
    "button",
    { type: "button", ...props, "aria-busy": String(waiting), onclick: () => press(phone, message, row, column, key) },
    el("span", {}, key.text),
  );
}

function pressKey(message, row, column) {
  return `${message.id}/${row}/${column}`;
}

async function press(phone, message, row, column, key) {
  if (key.kind === "copy") return navigator.clipboard.writeText(key.copy);
  const name = pressKey(message, row, column);
  if (phone.waiting.has(name)) return;
  phone.waiting.add(name);
  showWaiting(phone, message, row, column, true);
  const answer = await phone.act("press", { chat: phone.chat, message: message.id, row, column });
  phone.waiting.delete(name);
  showWaiting(phone, message, row, column, false);
  if (answer) tell(phone, answer);
}

function showWaiting(phone, message, row, column, waiting) {
  const key = phone.root.querySelector(`[data-message="${message.id}"] [data-focus="key-${row}-${column}"]`);
  key?.setAttribute("aria-busy", String(waiting));
}

function tell(phone, answer) {
  if (answer.url) follow(phone, answer.url);
  if (answer.text && answer.alert) phone.alert(answer.text);
  else if (answer.text) phone.toast(answer.text);
}
