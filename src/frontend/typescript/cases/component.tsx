"use client";
import { useChat } from "ai/react";
// The chat.
export default function Chat({ id, initial = [] }: Props): JSX.Element {
  const { messages, input, handleSubmit } = useChat({ id, body: { prompt: `Sort ${id}` } });
  const [state, setState] = useState<string>("");
  const memo = useCallback(async () => { setState(await complete(input)); }, []);
  return (
    <Layout title="It's &amp; fine" {...props} render={() => <b>{state}</b>}>
      text that calls(nothing) {/* inside */}
      <>{messages.map((m) => <Message key={m.id} {...m} />)}</>
      <ui.Button onClick={() => generate(input)} disabled>Go</ui.Button>
      {state && <p>{summary(state)}</p>}
    </Layout>
  );
}
const Generic = <T,>(x: T) => x;
