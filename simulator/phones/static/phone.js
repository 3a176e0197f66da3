// One phone: whose it is, and either its list of chats or an open chat.

import { ask } from "./ask.js";
import { Chat } from "./chat.js";
import { ChatList } from "./chat_list.js";
import { avatar, button, el, refill } from "./dom.js";
import { alertSheet, openSheet, toast } from "./sheets.js";
import { words } from "./words.js";

// On a touch screen, focus would bring up the soft keyboard over half of the chat.
function hasTouch() {
  return matchMedia("(hover: none)").matches;
}

export class Phone {
  constructor(page, { person, chat }) {
    this.page = page;
    this.store = page.store;
    this.person = person;
    this.chat = chat;
    this.waiting = new Set();
    this.head = el("header", { class: "phone-head" });
    this.view = el("div", { class: "phone-view" });
    this.screen = el("div", { class: "screen" }, this.head, this.view);
    this.root = el(
      "section",
      { class: "phone", data: { person }, onkeydown: (event) => this.#key(event) },
      this.screen,
    );
    this.#open();
  }

  get composer() {
    return this.open.composer;
  }

  who() {
    return (
      this.page.people().find(({ id }) => id === this.person) ?? {
        id: this.person,
        name: "",
        initials: "",
        colour: 0,
        role: "",
      }
    );
  }

  zone() {
    return this.who().zone ?? this.store.get("clock")?.zone ?? undefined;
  }

  now() {
    return this.page.now();
  }

  go(chat) {
    if (chat === this.chat) return;
    this.chat = chat;
    this.page.moved();
    this.#open();
    if (!hasTouch()) this.open.composer?.focus();
    if (chat === null) this.view.querySelector(".chat-row")?.focus({ preventScroll: true });
  }

  refresh(keys) {
    this.#head();
    const touched = keys.some(
      (key) => key === "clock" || key === "people" || key.split("/")[1] === String(this.person),
    );
    if (touched) this.open.refresh();
    const moved = this.store.get(`chat/${this.person}/${this.chat}`)?.moved_to;
    if (moved) this.go(moved);
  }

  // Returns the answer, or null after showing why the deed was refused.
  async act(action, fields) {
    try {
      return await ask(action, { person: this.person, ...fields });
    } catch (refusal) {
      this.toast(refusal.message);
      return null;
    }
  }

  say(text) {
    this.toEnd();
    return this.act("say", { ...this.composer.target(), text });
  }

  toast(text) {
    toast(this.screen, text);
  }

  alert(text) {
    alertSheet(this.screen, text);
  }

  toEnd() {
    this.open.list?.toEnd();
  }

  scrollTo(message) {
    this.open.list?.scrollTo(message);
  }

  showPhoto(source) {
    openSheet(
      this.screen,
      words().photo,
      el("img", { class: "whole", src: source, alt: words().photo }),
      el("a", { class: "primary", href: source, download: "photo.jpg" }, words().download),
    );
  }

  #open() {
    this.settled = false;
    this.waiting.clear();
    this.open = this.chat === null ? new ChatList(this) : new Chat(this);
    refill(this.view, this.open.root);
    this.#head();
  }

  #head() {
    const who = this.who();
    const state = JSON.stringify([who.name, who.role, who.colour]);
    this.root.setAttribute("aria-label", words().phoneOf(who.name));
    if (state === this.headState) return;
    this.headState = state;
    const names = el("span", { class: "owner" }, el("strong", {}, who.name), who.role && el("small", {}, who.role));
    refill(
      this.head,
      avatar(who, "small"),
      names,
      button(words().hidePhone(who.name), "close", () => this.page.toggle(this.person), { class: "round hide-phone" }),
    );
  }

  #key(event) {
    if (event.key === "Escape" && this.chat !== null && !event.defaultPrevented) this.go(null);
  }
}
