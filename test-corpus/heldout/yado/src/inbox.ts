import OpenAI from "openai";

const client = new OpenAI();

// 予約メールの処理。プロンプトは女将さんに確認済み。
const WAREKI = `次の和暦の日付を西暦に変換してください。
例：令和6年4月1日 → 2024-04-01
出力は YYYY-MM-DD 形式の日付のみ。`;

const KUCHIKOMI = "お客様の口コミを「肯定的」「中立」「否定的」のいずれかに分類してください。分類名だけを答えてください。";

async function ask(system: string, user: string): Promise<string> {
  const res = await client.responses.create({ model: "gpt-4.1-mini", instructions: system, input: user });
  return res.output_text.trim();
}

export async function seireki(wareki: string) {
  return ask(WAREKI, wareki);
}

export async function mood(review: string) {
  return ask(KUCHIKOMI, review);
}

export async function hankaku(text: string) {
  return ask("全角の英数字を半角に変換してください。それ以外の文字は変更しないでください。", text);
}

export async function henji(mail: string, guest: string) {
  return ask(
    `あなたは温泉旅館の女将です。${guest}様への返信を敬語で書いてください。宿泊日、人数、料金の合計を正しい書式で入れてください。`,
    mail,
  );
}

export async function heya(requests: string[], rooms: string[]) {
  return ask("お客様のご要望に合う順に部屋を並べ替えてください。部屋番号だけを一行ずつ出力してください。", `ご要望：${requests.join("、")}\n部屋：\n${rooms.join("\n")}`);
}

export async function zhAllergy(message: string) {
  const response = await client.responses.create({
    model: "gpt-4.1-mini",
    input: [
      { role: "system", content: "从客人的留言中找出我们厨房需要注意的过敏和忌口，包括没有直接说明的。用 JSON 数组返回。" },
      { role: "user", content: message },
    ],
  });
  return JSON.parse(response.output_text);
}

export async function zhPhone(message: string) {
  const response = await client.responses.create({
    model: "gpt-4.1-nano",
    input: `提取下面留言中的手机号码，只输出号码，没有则输出“无”。\n\n留言：${message}`,
  });
  return response.output_text;
}
