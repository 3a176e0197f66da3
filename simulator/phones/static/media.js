// Pictures, files, voice messages and stickers inside a bubble.

import { button, el, icon } from "./dom.js";
import { words } from "./words.js";

export function fileAddress(file) {
  return `/phones/file/${encodeURIComponent(file)}`;
}

export function media(phone, message, old) {
  if (message.photo) return photo(phone, message.photo, old);
  if (message.document) return documentRow(message.document);
  if (message.voice) return voice(message.voice);
  if (message.sticker)
    return el("div", { class: "sticker", role: "img", "aria-label": words().sticker }, message.sticker.emoji || "🙂");
  if (message.other)
    return el(
      "div",
      { class: "document" },
      el("span", { class: "file-badge" }, icon("file")),
      el("span", {}, words()[message.other] ?? message.other),
    );
  return null;
}

// An edited card keeps the very same <img>, so that the picture does not blink.
function photo(phone, { file, width, height }, old) {
  const source = fileAddress(file);
  const kept = old?.querySelector(".photo");
  if (kept && kept.dataset.source === source) return kept;
  const image = el("img", { src: source, width, height, alt: words().photo, draggable: "false" });
  return el(
    "button",
    {
      type: "button",
      class: "photo",
      "aria-label": words().photo,
      data: { source, focus: "photo" },
      onclick: () => phone.showPhoto(source),
    },
    image,
  );
}

function documentRow({ file, name, size }) {
  const extension = /\.([a-z0-9]{1,4})$/i.exec(name)?.[1] ?? "";
  const lines = el(
    "span",
    { class: "file-lines" },
    el("span", { class: "file-name" }, name),
    el("small", {}, `${readableSize(size)} · ${words().download}`),
  );
  return el(
    "a",
    {
      class: "document",
      href: fileAddress(file),
      download: name,
      "aria-label": `${words().download}: ${name}`,
      data: { focus: "file" },
    },
    el("span", { class: "file-badge" }, extension ? extension.toUpperCase() : icon("file")),
    lines,
  );
}

function voice({ file, duration }) {
  const sound = el("audio", { src: fileAddress(file), preload: "none" });
  const bars = Array.from({ length: 28 }, (_, place) => el("i", { class: `bar-${(place * 7 + duration * 3) % 5}` }));
  const play = button(words().voice, "play", () => sound.play().catch(() => {}), {
    class: "round play",
    data: { focus: "voice" },
  });
  return el(
    "div",
    { class: "voice" },
    play,
    el("span", { class: "wave", "aria-hidden": "true" }, bars),
    el("small", {}, `0:${String(duration).padStart(2, "0")}`),
    sound,
  );
}

export function readableSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

// One line that stands for a message in lists, replies and announcements.
export function gist({ text, photo: hasPhoto, document: file, voice: hasVoice, sticker, poll, other }) {
  const marks = [
    hasPhoto && `🖼 ${text ? "" : words().photo}`,
    file && `📎 ${text ? "" : file.name}`,
    hasVoice && `🎤 ${text ? "" : words().voice}`,
    sticker && `${sticker.emoji} ${words().sticker}`,
    poll && `📊 ${poll.question}`,
    other && words()[other],
  ];
  return [marks.find(Boolean), text].filter(Boolean).join(" ").replace(/\s+/g, " ").trim();
}
