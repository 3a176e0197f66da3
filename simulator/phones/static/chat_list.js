// A phone's first screen: its chats with unread counts and the last message; and a way in for links and usernames.

import { avatar, button, el, refill } from "./dom.js";
import { submitted } from "./choices.js";
import { follow } from "./links.js";
import { gist } from "./media.js";
import { newGroupSheet } from "./newcomers.js";
import { shortTime } from "./when.js";
import { serviceText, words } from "./words.js";

export class ChatList {
  constructor(phone) {
    this.phone = phone;
    this.rows = el("div", { class: "chat-rows" });
    this.address = el("input", {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      placeholder: words().findBot,
      "aria-label": words().findBot,
      data: { testid: "open-link" },
    });
    const form = el(
      "form",
      { class: "finder", onsubmit: (event) => submitted(event, () => this.#open()) },
      this.address,
      el("button", { class: "quiet" }, words().open),
      button(words().addGroup, "group", () => newGroupSheet(phone), { data: { testid: "add-group" } }),
    );
    this.root = el("div", { class: "chat-list" }, form, this.rows);
    this.refresh();
  }

  refresh() {
    const { chats } = this.phone.store.get(`phone/${this.phone.person}`) ?? { chats: [] };
    refill(this.rows, chats.length > 0 ? chats.map((chat) => this.#row(chat)) : this.#empty());
  }

  #open() {
    const written = this.address.value.trim();
    if (!written) return;
    this.address.value = "";
    follow(this.phone, /^[a-z]+:\/\//i.test(written) ? written : `https://t.me/${written.replace(/^@|^t\.me\//, "")}`);
  }

  #empty() {
    const bots = this.phone.page
      .bots()
      .map((bot) =>
        el(
          "button",
          { type: "button", class: "choice", onclick: () => this.phone.go(bot.chat) },
          avatar(bot),
          el("span", { class: "choice-lines" }, el("span", {}, bot.name), el("small", {}, `@${bot.username}`)),
        ),
      );
    return [el("p", { class: "empty" }, words().noChats), ...bots];
  }

  #row(chat) {
    const last = chat.last;
    const top = el(
      "span",
      { class: "row-line" },
      el("strong", {}, chat.title),
      last && el("time", {}, shortTime(last.at, this.phone.now(), this.phone.zone())),
    );
    const preview = el(
      "span",
      { class: "row-line" },
      el("span", { class: "preview" }, last && preface(last, chat), last ? line(last) : ""),
      chat.unread > 0 && el("span", { class: "badge", "aria-label": words().unread(chat.unread) }, String(chat.unread)),
    );
    return el(
      "button",
      {
        type: "button",
        class: "chat-row",
        data: { chat: chat.chat, title: chat.title, focus: chat.chat },
        onclick: () => this.phone.go(chat.chat),
      },
      avatar(chat),
      el("span", { class: "row-lines" }, top, preview),
    );
  }
}

function line(last) {
  return last.service ? serviceText(last.service) : gist(last);
}

function preface(last, chat) {
  if (last.service || (chat.kind === "bot" && !last.mine)) return null;
  return el("span", { class: "preview-from" }, `${last.mine ? words().you : last.from.name.split(" ")[0]}: `);
}
