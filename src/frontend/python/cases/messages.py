messages = [{"role": "system", "content": SYSTEM}]
messages.append({"role": "user", "content": question})
messages.insert(0, header)
messages.insert(-1, middle)
messages.extend(history[-5:])
messages += [{"role": "assistant", "content": answer}]
messages = messages + more
payload = {"model": MODEL, **defaults, key: value, 1: "one"}
payload["messages"] = messages
payload["options"]["temperature"] = 0.2
payload["tools"].append(tool)
payload[key] = value
payload.update({"stream": True})
payload.update(seed=7, top_p=0.5)
payload |= overrides
config.prompt = "Summarise"
config.prompt += " briefly"
prompt = "a"
prompt += f" {b}"
prompt %= name
count -= 1
matrix[0] = row
matrix[0][1:2] = cell


def add(message):
    messages.append(message)
    later_global.append(message)
    local = []
    local.append(message)

    def deeper():
        local.append(1)
        self.queue.append(2)

    return local


later_global = []
first, second = "one", "two"
left, (middle, *others), right = fetch()
a = b = compute()
c = d = name
(e, f) = pair
[g, h] = [1, 2]
i, = single
x.y, z["k"] = 1, 2
for index, (name, value) in enumerate(pairs.items()):
    print(name)
