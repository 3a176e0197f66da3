// An open chat: header, pinned message, topics, messages, composer, reply keyboard.

import { Composer } from "./composer.js";
import { avatar, button, el, refill } from "./dom.js";
import { chatSheet } from "./chat_sheet.js";
import { gist } from "./media.js";
import { MessageList } from "./message_list.js";
import { words } from "./words.js";

export class Chat {
  constructor(phone) {
    this.phone = phone;
    this.list = new MessageList(phone);
    this.composer = new Composer(phone);
    this.head = el("header", { class: "chat-head" });
    this.pinned = el("div", { class: "pinned", hidden: true });
    this.topics = el("div", { class: "topics", role: "group", "aria-label": words().topics, hidden: true });
    this.blank = el("div", { class: "blank", hidden: true });
    this.root = el(
      "div",
      { class: "chat" },
      this.head,
      this.pinned,
      this.topics,
      this.blank,
      this.list.root,
      this.composer.root,
    );
    this.#acceptDrops();
    this.refresh();
  }

  refresh() {
    const chat = this.phone.store.get(`chat/${this.phone.person}/${this.phone.chat}`);
    if (!chat) return;
    this.#head(chat);
    this.#pinned(chat);
    this.#topics(chat);
    this.#blank(chat);
    this.list.refresh(chat);
    this.composer.refresh(chat);
    this.phone.settled = true;
  }

  #head(chat) {
    const note =
      chat.kind === "bot"
        ? `@${chat.username} · ${words().bot}`
        : chat.member
          ? words().members(chat.people.length)
          : words().notMember;
    const names = el("span", { class: "chat-names" }, el("strong", {}, chat.title), el("small", {}, note));
    const title = el(
      "button",
      {
        type: "button",
        class: "chat-title",
        "aria-label": `${chat.title}: ${words().groupInfo}`,
        data: { focus: "title", testid: "chat-info" },
        onclick: () => chatSheet(this.phone, this.#chat()),
      },
      avatar(chat),
      names,
    );
    const back = button(words().back, "back", () => this.phone.go(null), { data: { testid: "back", focus: "back" } });
    refill(this.head, back, title);
  }

  #chat() {
    return this.phone.store.get(`chat/${this.phone.person}/${this.phone.chat}`);
  }

  #pinned({ pinned }) {
    this.pinned.hidden = !pinned;
    if (!pinned) return;
    refill(
      this.pinned,
      el(
        "button",
        {
          type: "button",
          data: { focus: "pinned", testid: "pinned" },
          onclick: () => this.phone.scrollTo(pinned.message),
        },
        el("strong", {}, words().pinned),
        el("span", {}, gist(pinned)),
      ),
    );
  }

  #topics({ topics }) {
    this.topics.hidden = topics.length === 0;
    if (topics.length === 0) return;
    const tabs = [{ id: null, name: words().allTopics }, ...topics].map(({ id, name }) =>
      el(
        "button",
        {
          type: "button",
          "aria-pressed": String(this.list.topic === id),
          data: { focus: `topic-${id}`, topic: name || words().general },
          onclick: () => this.#showTopic(id),
        },
        name || words().general,
      ),
    );
    refill(this.topics, tabs);
  }

  #showTopic(id) {
    this.list.topic = id;
    this.list.atEnd = true;
    this.composer.topic = id;
    this.refresh();
  }

  #blank(chat) {
    const empty =
      chat.kind === "bot" && this.phone.store.under(`message/${this.phone.person}/${this.phone.chat}`).size === 0;
    this.blank.hidden = !empty;
    this.list.root.hidden = empty;
    if (empty)
      refill(
        this.blank,
        el(
          "div",
          { class: "blank-card" },
          el("strong", {}, words().whatCan),
          el("p", {}, chat.description || chat.title),
        ),
      );
  }

  #acceptDrops() {
    const over = (event) => {
      if (!event.dataTransfer?.types.includes("Files")) return;
      event.preventDefault();
      this.root.classList.toggle("dropping", event.type === "dragover");
    };
    this.root.dataset.drop = words().dropHere;
    this.root.addEventListener("dragover", over);
    this.root.addEventListener("dragleave", over);
    this.root.addEventListener("drop", (event) => {
      over(event);
      this.composer.attach([...event.dataTransfer.files]);
    });
  }
}
