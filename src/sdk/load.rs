//! Reads the catalogue: `rules/sdk/*.toml` and the user's own files of the same shape.

use super::models::{ConstantFile, ModelFile};
use super::reading::{
    Derived, Embedded, HereFile, LoadFile, ParseFile, PathFile, ReadFile, SameFile,
};
use super::{
    AddedRow, CallKind, CallRow, Documentation, Endpoint, Example, MessageRow, Registered, Sdk,
    Sdks, Search, SuppliedRow, Syntax, TemplateRow, Transparent, When, insert,
};
use crate::prompt::Role;
use aho_corasick::AhoCorasick;
use anyhow::{Context, anyhow, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct SdkFile {
    id: String,
    title: String,
    provider: Option<String>,
    documentation: Option<Documentation>,
    #[serde(default)]
    needles: Vec<String>,
    /// Types that tell nothing of where a value comes from.
    #[serde(default)]
    untyped: Vec<String>,
    #[serde(default)]
    r#type: Vec<TypeFile>,
    #[serde(default)]
    call: Vec<CallFile>,
    #[serde(default)]
    message: Vec<MessageFile>,
    #[serde(default)]
    template: Vec<TemplateFile>,
    #[serde(default)]
    transparent: Vec<TransparentFile>,
    #[serde(default)]
    model: Vec<ModelFile>,
    #[serde(default)]
    model_constant: Vec<ConstantFile>,
    #[serde(default)]
    supplied: Vec<SuppliedRow>,
    #[serde(default)]
    endpoint: Vec<EndpointFile>,
    #[serde(default)]
    read: Vec<ReadFile>,
    #[serde(default)]
    load: Vec<LoadFile>,
    #[serde(default)]
    parse: Vec<ParseFile>,
    #[serde(default)]
    same: Vec<SameFile>,
    #[serde(default)]
    path: Vec<PathFile>,
    #[serde(default)]
    here: HereFile,
    #[serde(default)]
    embedded: Embedded,
    #[serde(default)]
    derived: Derived,
    #[serde(default)]
    registered: Registered,
    #[serde(default)]
    example: Vec<ExampleFile>,
    #[serde(default)]
    near_miss: Vec<NearMissFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TypeFile {
    name: String,
    from: Vec<String>,
    /// The type of a pipe that holds a value of this one.
    pipe: Option<String>,
    /// Whether a pipe stays what it is where a value of this one is joined to it.
    #[serde(default)]
    passes: bool,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Inputs {
    messages: Vec<String>,
    system: Vec<String>,
    prompt: Vec<String>,
    model: Vec<String>,
    schema: Vec<String>,
    tools: Vec<String>,
    parameters: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CallFile {
    at: Vec<String>,
    #[serde(default)]
    shape: Vec<String>,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    url: Vec<String>,
    #[serde(default)]
    base: Vec<String>,
    #[serde(default)]
    needs: Vec<String>,
    #[serde(default)]
    body: Vec<String>,
    #[serde(default)]
    messages: Vec<String>,
    #[serde(default)]
    system: Vec<String>,
    #[serde(default)]
    prompt: Vec<String>,
    #[serde(default)]
    model: Vec<String>,
    #[serde(default)]
    schema: Vec<String>,
    #[serde(default)]
    tools: Vec<String>,
    #[serde(default)]
    parameters: BTreeMap<String, Vec<String>>,
    when: Option<WhenFile>,
    /// The placeholders of the texts, which the call's own arguments fill.
    #[serde(default)]
    syntax: String,
    /// Placeholders that stand for the form of the reply.
    #[serde(default)]
    form: Vec<String>,
    /// Where the values of placeholders are, by name.
    #[serde(default)]
    given: Vec<String>,
    /// Where a signature is whose input fields go along under their names.
    #[serde(default)]
    takes: Vec<String>,
    /// Where objects that stand for a model may be.
    #[serde(default)]
    objects: Vec<String>,
    /// Whether there must be one.
    #[serde(default, rename = "needs-object")]
    needs_object: bool,
}

/// What an input must hold for a call to be one of a language model.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenFile {
    at: Vec<String>,
    #[serde(default)]
    has: Vec<String>,
    #[serde(default)]
    lacks: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct MessageFile {
    at: Vec<String>,
    role: String,
    #[serde(default)]
    role_at: Vec<String>,
    content: Vec<String>,
    #[serde(default)]
    also: Vec<Vec<String>>,
    #[serde(default)]
    history: bool,
    #[serde(default)]
    added: Vec<AddedFile>,
}

/// Methods that add a message to the history that a constructor starts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddedFile {
    method: Vec<String>,
    role: String,
    content: Vec<String>,
}

impl AddedFile {
    fn rows(&self) -> anyhow::Result<Vec<AddedRow>> {
        let role = role(&self.role)?;
        let methods = self.method.iter();
        Ok(methods
            .map(|method| AddedRow {
                method: method.clone(),
                role,
                content: self.content.clone(),
            })
            .collect())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFile {
    at: Vec<String>,
    #[serde(default)]
    text: Vec<String>,
    #[serde(default)]
    messages: Vec<String>,
    #[serde(default)]
    file: Vec<String>,
    #[serde(default)]
    ending: String,
    #[serde(default)]
    given: Vec<String>,
    #[serde(default)]
    prefix: Vec<String>,
    #[serde(default)]
    suffix: Vec<String>,
    #[serde(default)]
    examples: Vec<String>,
    #[serde(default)]
    example: Vec<String>,
    syntax: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TransparentFile {
    at: Vec<String>,
    of: Vec<String>,
    #[serde(default, rename = "own-fields")]
    own_fields: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EndpointFile {
    /// None: any host.
    #[serde(default)]
    host: Vec<String>,
    #[serde(default)]
    path: Vec<String>,
    #[serde(default)]
    relative: bool,
    /// Fields that the body must hold.
    #[serde(default)]
    needs: Vec<String>,
    /// Where the address names the model.
    #[serde(default, rename = "model-at")]
    model_at: Vec<String>,
    provider: Option<String>,
    inputs: Inputs,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ExampleFile {
    language: String,
    code: String,
    calls: usize,
    expect: Option<String>,
    model: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NearMissFile {
    language: String,
    code: String,
    why: String,
}

impl Sdks {
    /// The embedded catalogue and the `sdk/*.toml` files of the user's folders.
    ///
    /// # Errors
    /// Names the file, the place and what was expected.
    pub fn load(folders: &[impl AsRef<Path>]) -> anyhow::Result<Sdks> {
        let mut files: Vec<(String, SdkFile)> = Vec::new();
        let mut forms = super::Forms::default();
        let mut vocabulary = super::Vocabulary::default();
        for (path, text) in crate::knowledge::FILES {
            if path.starts_with("schema/") {
                forms.add(&format!("rules/{path}"), text)?;
            }
            if matches!(
                *path,
                "text/messages.toml" | "text/replies.toml" | "text/options.toml"
            ) {
                vocabulary.add(&format!("rules/{path}"), text)?;
                continue;
            }
            let catalogue = path.starts_with("sdk/") || path.starts_with("text/");
            if catalogue && path.ends_with(".toml") {
                files.push(read(&format!("rules/{path}"), text)?);
            }
        }
        for folder in folders {
            let folder = folder.as_ref().join("sdk");
            if !folder.is_dir() {
                continue;
            }
            let entries =
                std::fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
            let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
            paths.sort();
            for path in paths
                .iter()
                .filter(|path| path.extension().is_some_and(|e| e == "toml"))
            {
                let text =
                    std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
                files.push(read(&path.display().to_string(), &text)?);
            }
        }
        let mut sdks = Sdks {
            forms,
            vocabulary,
            ..Sdks::default()
        };
        for (place, file) in files {
            sdks.add(file).with_context(|| place)?;
        }
        build_searches(&mut sdks)?;
        Ok(sdks)
    }

    fn add(&mut self, file: SdkFile) -> anyhow::Result<()> {
        let names: Vec<String> = file.r#type.iter().map(|row| row.name.clone()).collect();
        let full = |path: &str| -> Vec<String> {
            expand(path)
                .into_iter()
                .map(|path| qualified(&path, &names, &file.id))
                .collect()
        };
        for path in file.untyped.iter().flat_map(|path| expand(path)) {
            self.types.add_untyped(&path);
        }
        for row in &file.r#type {
            let name = format!("{}#{}", file.id, row.name);
            for path in row.from.iter().flat_map(|path| full(path)) {
                self.types.add_package(&path);
                self.types.add(&path, &name);
            }
            if row.passes {
                self.types.add_passing(&name);
            }
            if let Some(whole) = &row.pipe {
                self.types.add_pipe(&name, &format!("{}#{whole}", file.id));
            }
        }
        let sdk = self.sdks.len();
        for row in &file.call {
            let index = self.calls.len();
            let mut paths: Vec<String> = Vec::new();
            for path in row.at.iter().flat_map(|path| full(path)) {
                let name = last_name(&path);
                self.last_names.insert(name.to_string());
                let is_method = path.contains(&format!(".{name}"));
                if is_function(&path, name) {
                    self.functions.insert(name.to_string());
                }
                if !name.contains('*') && is_method {
                    self.methods.insert(name.to_string());
                }
                self.types.add_package(&path);
                paths.push(path);
            }
            for path in paths {
                insert(&mut self.at, &mut self.at_wild, &path, index);
            }
            for shape in &row.shape {
                self.last_names.insert(last_name(shape).to_string());
                self.shapes
                    .push((shape.split('.').map(str::to_string).collect(), index));
            }
            let kind = match row.kind.as_str() {
                "" => CallKind::Sdk,
                "http" => CallKind::Http,
                other => bail!("[[call]] kind: expected \"http\", found \"{other}\""),
            };
            self.calls.push(CallRow {
                sdk,
                kind,
                url: row.url.clone(),
                base: row.base.clone(),
                needs: row.needs.clone(),
                body: row.body.clone(),
                syntax: match row.syntax.as_str() {
                    "" => Syntax::None,
                    name => syntax(name).context("[[call]]")?,
                },
                form: row.form.clone(),
                given: row.given.clone(),
                takes: row.takes.clone(),
                objects: row.objects.clone(),
                needs_object: row.needs_object,
                when: row.when.as_ref().map(|when| When {
                    at: when.at.clone(),
                    has: when.has.clone(),
                    lacks: when.lacks.clone(),
                }),
                inputs: super::Inputs {
                    messages: row.messages.clone(),
                    system: row.system.clone(),
                    prompt: row.prompt.clone(),
                    model: row.model.clone(),
                    schema: row.schema.clone(),
                    tools: row.tools.clone(),
                    parameters: row.parameters.clone(),
                },
            });
        }
        for row in &file.message {
            let role = role(&row.role)?;
            let index = self.messages.len();
            for path in row.at.iter().flat_map(|path| full(path)) {
                self.types.add_package(&path);
                insert(&mut self.message_at, &mut self.message_wild, &path, index);
            }
            self.messages.push(MessageRow {
                role,
                role_at: row.role_at.clone(),
                content: row.content.clone(),
                also: row.also.clone(),
                history: row.history,
                added: row
                    .added
                    .iter()
                    .map(AddedFile::rows)
                    .collect::<anyhow::Result<Vec<_>>>()?
                    .concat(),
            });
        }
        for row in &file.template {
            let syntax = syntax(&row.syntax).context("[[template]]")?;
            let index = self.templates.len();
            for path in row.at.iter().flat_map(|path| full(path)) {
                insert(&mut self.template_at, &mut self.template_wild, &path, index);
            }
            self.templates.push(TemplateRow {
                text: row.text.clone(),
                messages: row.messages.clone(),
                file: row.file.clone(),
                ending: row.ending.clone(),
                given: row.given.clone(),
                prefix: row.prefix.clone(),
                suffix: row.suffix.clone(),
                examples: row.examples.clone(),
                example: row.example.clone(),
                syntax,
            });
        }
        self.registered.extend(&file.registered);
        for row in &file.transparent {
            let index = self.transparents.len();
            for path in row.at.iter().flat_map(|path| full(path)) {
                insert(
                    &mut self.transparent_at,
                    &mut self.transparent_wild,
                    &path,
                    index,
                );
            }
            self.transparents.push(Transparent {
                of: row.of.clone(),
                own_fields: row.own_fields,
            });
        }
        self.supplied.extend(file.supplied);
        for row in file.model {
            let paths: Vec<String> = row.at.iter().flat_map(|path| full(path)).collect();
            self.models.add(row, &paths)?;
        }
        for row in file.model_constant {
            self.models.add_constants(row)?;
        }
        for row in file.endpoint {
            self.endpoints.push(Endpoint {
                sdk,
                hosts: row.host,
                paths: row.path,
                relative: row.relative,
                needs: row.needs,
                model_at: row.model_at,
                provider: row.provider,
                inputs: super::Inputs {
                    messages: row.inputs.messages,
                    system: row.inputs.system,
                    prompt: row.inputs.prompt,
                    model: row.inputs.model,
                    schema: row.inputs.schema,
                    tools: row.inputs.tools,
                    parameters: row.inputs.parameters,
                },
            });
        }
        file.read.into_iter().for_each(|row| self.reading.read(row));
        file.load.into_iter().for_each(|row| self.reading.load(row));
        file.parse
            .into_iter()
            .for_each(|row| self.reading.parse(row));
        file.same.into_iter().for_each(|row| self.reading.same(row));
        file.path.into_iter().for_each(|row| self.reading.path(row));
        self.reading.here(file.here);
        self.reading.embedded(file.embedded);
        self.reading.derived(file.derived);
        // A file about texts alone is no SDK.
        if file.call.is_empty() && self.endpoints.iter().all(|endpoint| endpoint.sdk != sdk) {
            return Ok(());
        }
        let examples = file.example.into_iter().map(|row| Example {
            language: row.language,
            code: row.code,
            calls: row.calls,
            expect: row.expect,
            model: row.model,
            why: None,
        });
        let near = file.near_miss.into_iter().map(|row| Example {
            language: row.language,
            code: row.code,
            calls: 0,
            expect: None,
            model: None,
            why: Some(row.why),
        });
        self.sdks.push(Sdk {
            id: file.id,
            title: file.title,
            provider: file.provider,
            documentation: file.documentation,
            needles: file.needles,
            examples: examples.chain(near).collect(),
        });
        Ok(())
    }
}

/// Makes the searches for packages, hosts and methods.
pub(super) fn build_searches(sdks: &mut Sdks) -> anyhow::Result<()> {
    let needles = sdks.needles().into_iter().map(str::to_string);
    let inside = sdks.sdks.iter().flat_map(|sdk| &sdk.needles);
    let needles = needles.chain(inside.filter_map(|needle| imported_from(needle)));
    let needles = AhoCorasick::new(needles).context("needles of the catalogue")?;
    let methods = sdks.methods.iter().map(|name| format!(".{name}("));
    let functions = sdks.functions.iter();
    let functions = functions.flat_map(|name| [format!("{name}("), format!("{name}<")]);
    let uses = methods.chain(functions);
    let methods = AhoCorasick::new(uses).context("methods of the catalogue")?;
    sdks.packages = Search(Some(needles));
    sdks.uses = Search(Some(methods));
    Ok(())
}

/// How Python code imports a module that lies in another: `from google import genai`, `genai` on
/// whatever line.
fn imported_from(needle: &str) -> Option<String> {
    let is_module = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '.');
    let (package, _) = needle.rsplit_once('.')?;
    let whole = !package.is_empty() && needle.chars().all(is_module);
    whole.then(|| format!("from {package} import"))
}

fn read(place: &str, text: &str) -> anyhow::Result<(String, SdkFile)> {
    let file = toml::from_str(text).map_err(|problem| anyhow!("{place}: {problem}"))?;
    Ok((place.to_string(), file))
}

fn syntax(name: &str) -> anyhow::Result<Syntax> {
    Ok(match name {
        "brace" => Syntax::Brace,
        "mustache" => Syntax::Mustache,
        "jinja" => Syntax::Jinja,
        "erb" => Syntax::Erb,
        "percent" => Syntax::Percent,
        "dollar" => Syntax::Dollar,
        "none" => Syntax::None,
        other => bail!(
            "syntax: expected brace, mustache, jinja, erb, percent, dollar or none, found '{other}'"
        ),
    })
}

pub(super) fn role(name: &str) -> anyhow::Result<Role> {
    Ok(match name {
        "system" => Role::System,
        "user" => Role::User,
        "assistant" => Role::Assistant,
        "tool" => Role::Tool,
        other => {
            bail!("[[message]] role: expected system, user, assistant or tool, found '{other}'")
        }
    })
}

/// `{a,b}` alternatives written out.
fn expand(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_string()];
    };
    let Some((inside, after)) = rest.split_once('}') else {
        return vec![path.to_string()];
    };
    inside
        .split(',')
        .flat_map(|one| expand(&format!("{before}{}{after}", one.trim())))
        .collect()
}

/// A path that starts with a type of the same file, with the type's full name.
fn qualified(path: &str, names: &[String], id: &str) -> String {
    let end = path.find(['.', '(', '[']).unwrap_or(path.len());
    let (head, rest) = path.split_at(end);
    if names.iter().any(|name| name == head) {
        format!("{id}#{head}{rest}")
    } else {
        path.to_string()
    }
}

/// Whether a path is a package's own function under a name that says enough to be looked for where
/// another file gives it on: `generateObject`, not `run`.
fn is_function(path: &str, name: &str) -> bool {
    let telling = name.get(1..).is_some_and(|rest| {
        rest.contains(|letter: char| letter == '_' || letter.is_ascii_uppercase())
    });
    let whole = path.strip_suffix("()").unwrap_or(path);
    telling && name.len() >= 8 && !whole.contains(['#', '(', '*'])
}

pub(super) fn last_name(path: &str) -> &str {
    path.trim_end_matches("()")
        .rsplit(['.', '#'])
        .next()
        .unwrap_or(path)
}
