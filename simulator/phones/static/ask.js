// Actions go to the server by POST. A refusal becomes a Refused error whose message can be shown to the person.

export class Refused extends Error {}

export async function ask(action, fields) {
  return answered(
    await post(action, { headers: { "Content-Type": "application/json" }, body: JSON.stringify(fields) }),
  );
}

export async function upload(fields, files) {
  const form = new FormData();
  form.append("fields", JSON.stringify(fields));
  for (const file of files) form.append("file", file, file.name);
  return answered(await post("send_files", { body: form }));
}

async function post(action, request) {
  try {
    return await fetch(`/phones/do/${action}`, { method: "POST", ...request });
  } catch (failure) {
    throw new Refused(String(failure.message));
  }
}

async function answered(response) {
  const answer = await response.json().catch(() => ({ error: `${response.status}` }));
  if (!response.ok) throw new Refused(answer.error);
  return answer;
}
