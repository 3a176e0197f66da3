// What the page knows: a flat map of keys to values, kept equal to the server's by the changes that arrive.

export class Store {
  #folders = new Map();
  #listeners = new Set();
  #told = null;

  get(key) {
    const [folder, leaf] = split(key);
    return this.#folders.get(folder)?.get(leaf);
  }

  under(folder) {
    return this.#folders.get(folder) ?? new Map();
  }

  // Every packet tells the world's time; between packets the page counts on by itself.
  heard(at) {
    this.#told = { at, when: performance.now() };
  }

  now() {
    if (this.#told === null) return Date.now() / 1000;
    const passed = this.get("clock")?.stands ? 0 : (performance.now() - this.#told.when) / 1000;
    return this.#told.at + passed;
  }

  replace(values) {
    this.#folders.clear();
    this.change(values, []);
  }

  change(values, gone) {
    for (const key of gone) {
      const [folder, leaf] = split(key);
      this.#folders.get(folder)?.delete(leaf);
    }
    for (const [key, value] of Object.entries(values)) this.#put(key, value);
    const keys = [...Object.keys(values), ...gone];
    for (const listener of this.#listeners) listener(keys);
  }

  onchange(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #put(key, value) {
    const [folder, leaf] = split(key);
    if (!this.#folders.has(folder)) this.#folders.set(folder, new Map());
    this.#folders.get(folder).set(leaf, value);
  }
}

function split(key) {
  const place = key.lastIndexOf("/");
  return [key.slice(0, Math.max(place, 0)), key.slice(place + 1)];
}
