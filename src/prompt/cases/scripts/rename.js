const ask = require('./askModel')

module.exports = async options => {
  const lines = ['Generate filename:', '', `Use ${options.style}`]
  if (options.content) {
    lines.push('', 'Content:', options.content)
  }
  const prompt = lines.join('\n')
  return ask({ ...options, prompt })
}
