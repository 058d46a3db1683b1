import itertools
import threading
from multiprocessing import Pool

import anyio
from asgiref.sync import sync_to_async
from langchain.chains import LLMChain
from tenacity import Retrying, retry, stop_after_attempt

import bound
from bound import late, run
from llm import ask
from registry import register

retryer = Retrying(stop=stop_after_attempt(3))


def elsewhere(text):
    return run(f"Find the dates in: {text}"), bound.run(f"Find the names in: {text}")


def in_lambda(text):
    return late(f"Find the cities in: {text}")


def counted():
    return bound.count()


def unpacked(texts):
    return list(itertools.starmap(ask, zip([f"Sort the lines of: {text}" for text in texts], [0, 1])))


def pooled(text):
    with Pool() as pool:
        first = pool.apply_async(ask, (f"Reverse this: {text}",))
        return first.get(), pool.apply(ask, args=(f"Lowercase this: {text}",))


def threaded(text, tasks):
    threading.Thread(target=ask, args=(f"Uppercase this: {text}",)).start()
    tasks.add_task(ask, f"Count the lines of: {text}")


def retried(text):
    first = Retrying()(ask, f"Add the numbers in: {text}")
    second = retryer(ask, f"Multiply the numbers in: {text}")
    return first, second, retry(stop=stop_after_attempt(2))(ask)(f"Round the numbers in: {text}")


async def awaited(text):
    first = await anyio.to_thread.run_sync(ask, f"Translate to French: {text}")
    return first, await sync_to_async(ask)(f"Translate to German: {text}")


def of_column(rows):
    rows["reply"] = rows["prompt"].apply(ask)


def near_misses(text, inputs):
    register(ask, f"Not sent: {text}")
    retryer.begin(ask, text)
    return text.apply(inputs), threading.Timer(3, inputs)
