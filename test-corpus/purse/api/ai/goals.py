from openai import AsyncOpenAI

client = AsyncOpenAI()

RETRY = "The reply was not JSON. Send the same content again as JSON."


async def plan(goal: str, income: float) -> str:
    messages = [
        {"role": "system", "content": "Plan how the user can reach the goal. JSON: steps with month and amount."},
        {"role": "user", "content": f"{goal}\nIncome: {income}"},
    ]
    first = await client.chat.completions.create(model="gpt-4o", messages=messages)
    text = first.choices[0].message.content
    if text.startswith("{"):
        return text
    messages.append({"role": "assistant", "content": text})
    messages.append({"role": "user", "content": RETRY})
    second = await client.chat.completions.create(model="gpt-4o", messages=messages)
    return second.choices[0].message.content


async def instalment(amount: float, rate: float, months: int) -> str:
    r = await client.chat.completions.create(
        model="gpt-4o-mini",
        messages=[
            {
                "role": "user",
                "content": f"Calculate the monthly payment of a loan of {amount} at {rate} % a year over {months} months (annuity). Two decimals, number only.",
            }
        ],
    )
    return r.choices[0].message.content


async def loan_or_save(situation: str) -> str:
    r = await client.chat.completions.create(
        model="gpt-4o",
        messages=[
            {"role": "system", "content": "Calculate both ways and tell the user honestly whether a loan or saving up is better for them."},
            {"role": "user", "content": situation},
        ],
    )
    return r.choices[0].message.content
