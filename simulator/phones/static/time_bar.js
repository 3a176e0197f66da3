// The bot's clock, shown and moved. The world's clock ticks by itself between the server's reports.

import { ask, Refused } from "./ask.js";
import { el, icon, refill } from "./dom.js";
import { barTime, span } from "./when.js";
import { words } from "./words.js";

const STEPS = [
  ["hour", 3600],
  ["day", 86400],
  ["week", 604800],
];

export class TimeBar {
  constructor(page) {
    this.page = page;
    this.face = el("time", { data: { testid: "clock" } });
    this.ahead = el("span", { class: "ahead", data: { testid: "ahead" } });
    this.buttons = el("div", { class: "time-buttons" });
    this.root = el(
      "div",
      { class: "time-bar", role: "group", "aria-label": words().timeBar, title: words().clockNow },
      icon("clock"),
      el("span", { class: "time-face" }, el("span", {}, el("b", {}, `${words().now} `), this.face), this.ahead),
      this.buttons,
    );
    setInterval(() => this.#face(), 1000);
  }

  refresh() {
    this.#face();
    const steps = STEPS.map(([name, seconds]) =>
      el(
        "button",
        {
          type: "button",
          class: "time-button",
          data: { testid: `advance-${name}`, focus: name },
          onclick: (event) => this.#move(event, seconds),
        },
        words()[name],
      ),
    );
    refill(this.buttons, steps);
  }

  async #move(event, seconds) {
    const pressed = event.currentTarget;
    pressed.setAttribute("aria-busy", "true");
    try {
      await ask("advance", { seconds });
    } catch (refusal) {
      if (!(refusal instanceof Refused)) throw refusal;
      this.page.tell(refusal.message);
    } finally {
      pressed.removeAttribute("aria-busy");
    }
  }

  #face() {
    const clock = this.page.store.get("clock");
    if (!clock) return;
    const now = this.page.now();
    this.face.dateTime = new Date(now * 1000).toISOString();
    const shown = barTime(now, clock.zone ?? undefined);
    if (this.face.textContent !== shown) this.face.textContent = shown;
    const moved = clock.ahead >= 60 ? words().ahead(span(clock.ahead, words())) : "";
    if (this.ahead.textContent !== moved) this.ahead.textContent = moved;
  }
}
