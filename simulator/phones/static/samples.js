// Things to attach for a visitor who has nothing at hand: a picture drawn here, a one-page PDF written here, some stickers.

export const STICKERS = ["👍", "🎉", "🙏", "🐱", "☕"];

export async function samplePhoto() {
  const paper = new OffscreenCanvas(900, 1200);
  const pen = paper.getContext("2d");
  pen.fillStyle = "#7d6a55";
  pen.fillRect(0, 0, 900, 1200);
  pen.translate(450, 600);
  pen.rotate(-0.03);
  pen.fillStyle = "#fdfcf7";
  pen.fillRect(-360, -510, 720, 1020);
  drawLines(pen);
  return new File([await paper.convertToBlob({ type: "image/jpeg", quality: 0.85 })], "signed-page.jpg", {
    type: "image/jpeg",
  });
}

function drawLines(pen) {
  pen.fillStyle = "#2b2b33";
  pen.font = "bold 40px sans-serif";
  pen.fillText("Mentoring contract", -300, -420);
  pen.fillStyle = "#c9c7c0";
  for (let line = 0; line < 14; line += 1) pen.fillRect(-300, -350 + line * 44, line % 5 === 4 ? 380 : 600, 12);
  pen.strokeStyle = "#2747a5";
  pen.lineWidth = 6;
  pen.beginPath();
  pen.moveTo(20, 400);
  for (let step = 0; step < 9; step += 1)
    pen.quadraticCurveTo(40 + step * 26, step % 2 ? 330 : 460, 60 + step * 26, 395);
  pen.stroke();
}

export function sampleDocument() {
  const page = "BT /F 20 Tf 72 720 Td (My homework) Tj 0 -36 Td /F 12 Tf (Three jobs that interest me, and why.) Tj ET";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
    `<</Length ${page.length}>>stream\n${page}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((content, number) => {
    const place = text.length;
    text += `${number + 1} 0 obj${content}endobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${places.join("")}trailer<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF`;
  return new File([text + table], "homework.pdf", { type: "application/pdf" });
}
