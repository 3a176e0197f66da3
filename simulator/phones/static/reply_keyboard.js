// The keyboard a bot puts in place of the phone's own: buttons that say their label, or ask for a group, people or a contact.

import { shareChat, shareUsers } from "./choices.js";
import { el, refill } from "./dom.js";

export class ReplyKeyboard {
  constructor(phone) {
    this.phone = phone;
    this.shown = null;
    this.open = true;
    this.root = el("div", { class: "reply-keyboard", role: "group", hidden: true });
  }

  get isEmpty() {
    return this.shown === null;
  }

  refresh(keyboard) {
    const key = JSON.stringify(keyboard);
    if (key === this.key) return;
    this.key = key;
    this.shown = keyboard;
    this.open = true;
    refill(
      this.root,
      (keyboard?.rows ?? []).map((row) =>
        el(
          "div",
          { class: "key-row" },
          row.map((each) => this.#button(each)),
        ),
      ),
    );
    this.#show();
  }

  flip() {
    this.open = !this.open;
    this.#show();
  }

  #show() {
    this.root.hidden = this.shown === null || !this.open;
  }

  #button(key) {
    return el(
      "button",
      {
        type: "button",
        class: `reply-key style-${key.style ?? "plain"}`,
        data: { button: key.text, focus: `reply-${key.text}` },
        onclick: () => this.#press(key),
      },
      key.text,
    );
  }

  async #press(key) {
    const { chat, composer } = this.phone;
    const give = (what) => this.phone.act("press_key", { chat, key: key.text, topic: composer.topic, ...what });
    this.phone.toEnd();
    if (key.asks === "chat") shareChat(this.phone, key.offers, give);
    else if (key.asks === "users") shareUsers(this.phone, key.most, give);
    else await give({});
  }
}
