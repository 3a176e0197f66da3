// Attaching: pick, drop or paste files, or take a sample; look at them, add a caption, send. Two or more become an album.

import { upload } from "./ask.js";
import { button, el, icon, refill } from "./dom.js";
import { readableSize } from "./media.js";
import { sampleDocument, samplePhoto, STICKERS } from "./samples.js";
import { choice, faces, field, openSheet } from "./sheets.js";
import { submitted } from "./choices.js";
import { words } from "./words.js";

export function attachMenu(composer) {
  const then = (action) => () => (close(), action());
  const sticker = (emoji) => then(() => composer.phone.act("send_sticker", { ...composer.target(), emoji }))();
  const deeds = [
    choice(
      words().pickFiles,
      then(() => composer.choose()),
      { picture: icon("attach"), data: { testid: "pick-files" } },
    ),
    choice(
      words().samplePhoto,
      then(async () => composer.attach([await samplePhoto()])),
      { picture: icon("sun"), data: { testid: "sample-photo" } },
    ),
    choice(
      words().sampleDocument,
      then(() => composer.attach([sampleDocument()])),
      { picture: icon("file"), data: { testid: "sample-document" } },
    ),
    choice(
      words().sampleVoice,
      then(() => composer.phone.act("send_voice", composer.target())),
      { picture: icon("play"), data: { testid: "sample-voice" } },
    ),
  ];
  const close = openSheet(
    composer.phone.screen,
    words().attach,
    el("div", { class: "choices" }, deeds),
    el("p", { class: "sheet-note" }, words().stickers),
    faces(STICKERS, words().stickers, sticker),
  );
}

export function attachSheet(composer, first) {
  const files = [...first];
  const tray = el("div", { class: "tray" });
  const caption = field(words().caption, { data: { testid: "caption" }, maxlength: 1024 });
  const asFiles = el("input", { type: "checkbox", data: { testid: "as-files" } });
  const more = el("input", {
    type: "file",
    multiple: true,
    class: "unseen",
    onchange: () => (files.push(...more.files), show()),
  });
  const go = el("button", { class: "primary", data: { testid: "send-files" } });
  const show = () => {
    refill(
      tray,
      files.map((file, place) => preview(file, () => (files.splice(place, 1), files.length === 0 ? close() : show()))),
    );
    go.textContent = words().sendFiles(files.length);
  };
  const send = () => (close(), deliver(composer, files, caption.input.value.trim(), asFiles.checked));
  const addMore = el("button", { type: "button", class: "quiet", onclick: () => more.click() }, words().addMore);
  const form = el(
    "form",
    { class: "sheet-form", onsubmit: (event) => submitted(event, send) },
    caption.row,
    el("label", { class: "tick" }, asFiles, words().asFiles),
    el("div", { class: "sheet-deeds" }, more, addMore, go),
  );
  show();
  const close = openSheet(composer.phone.screen, words().attach, tray, form);
}

function preview(file, remove) {
  const picture = file.type.startsWith("image/") ? thumbnail(file) : el("span", { class: "file-badge" }, icon("file"));
  return el(
    "div",
    { class: "tray-item" },
    picture,
    el(
      "span",
      { class: "file-lines" },
      el("span", { class: "file-name" }, file.name),
      el("small", {}, readableSize(file.size)),
    ),
    button(words().removeFile(file.name), "close", remove),
  );
}

function thumbnail(file) {
  const address = URL.createObjectURL(file);
  return el("img", { src: address, alt: "", onload: () => URL.revokeObjectURL(address) });
}

async function deliver(composer, files, caption, asFiles) {
  const { phone } = composer;
  const fields = { person: phone.person, ...composer.target(), caption, as_files: asFiles };
  composer.settle();
  try {
    await upload(fields, files);
  } catch (refusal) {
    phone.toast(refusal.message);
  }
}
