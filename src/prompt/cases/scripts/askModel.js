const axios = require('axios')

const viaOllama = async ({ model, prompt, base }) => {
  const url = `${base}/api/generate`
  const data = { model, prompt, stream: false }
  const reply = await axios({ url, data, method: 'post' })
  return reply.data.response
}

const viaOpenAI = async ({ model, prompt, base }) => {
  const data = { model, stream: false }
  const messages = [{ role: 'user', content: [{ type: 'text', text: prompt }] }]
  data.messages = messages
  const reply = await axios({ url: `${base}/v1/chat/completions`, data, method: 'post' })
  return reply.data.choices[0].message.content
}

module.exports = async options => {
  if (options.provider === 'ollama') {
    return viaOllama(options)
  }
  return viaOpenAI(options)
}
