// The one WebSocket: tells the server which phones are shown, takes full state first and then changes, and comes back by itself.

const PATIENCE = [250, 500, 1000, 2000, 4000];

export class Live {
  #socket = null;
  #failures = 0;
  #shown = [];

  constructor(store, onstate) {
    this.store = store;
    this.onstate = onstate;
    this.#open();
  }

  show(phones) {
    this.#shown = phones;
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ show: phones }));
  }

  #open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/phones/live`);
    this.#socket = socket;
    socket.addEventListener("open", () => {
      this.#failures = 0;
      this.show(this.#shown);
    });
    socket.addEventListener("message", (event) => this.#take(JSON.parse(event.data)));
    socket.addEventListener("close", () => this.#again());
  }

  #take(packet) {
    this.store.heard(packet.at);
    if (packet.full) this.store.replace(packet.set);
    else this.store.change(packet.set, packet.gone);
    this.onstate(true);
  }

  #again() {
    this.onstate(false);
    const wait = PATIENCE[Math.min(this.#failures, PATIENCE.length - 1)];
    this.#failures += 1;
    setTimeout(() => this.#open(), wait);
  }
}
