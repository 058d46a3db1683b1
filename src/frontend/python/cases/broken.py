import openai

def good(text):
    return openai.create(text)

def bad(text:
    return openai.create(input=text)

value = call(a, b c)

class Fine:
    x = 1

    def method(self):
        return self.client.create("after")

print "python two", value % 3
print >>sys.stderr, render(value)
exec "code"
done = finish(
