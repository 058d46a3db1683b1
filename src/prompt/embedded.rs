//! Files that a program holds itself: types that a folder is embedded in, types that are templates.

use super::env::Env;
use super::eval::{Eval, Value};
use super::flat::Flat;
use super::template::Syntax;
use crate::index::{At, ClassRef, Target};
use crate::ir::{Arg, ExprKind};

impl Eval<'_> {
    /// The file that `Templates::get(name)` gives of a type that holds the files of a folder.
    pub fn embedded(&self, name: &str, receiver: At, args: &[Arg], env: &Env) -> Vec<Value> {
        let embedded = &self.sdks.reading().embedded;
        if !embedded.call.iter().any(|call| call == name) {
            return Vec::new();
        }
        let folder = self
            .class_of(self.program.resolve(receiver))
            .and_then(|class| self.folder_of(class));
        let (Some(folder), Some(arg)) = (folder, args.first()) else {
            return Vec::new();
        };
        let paths = self.text(self.beside(receiver, arg.value), env);
        let known = paths.iter().filter_map(|path| path.known());
        let files = known.flat_map(|path| {
            let path = format!("{folder}/{path}");
            self.template_files(&Value::word(&path), receiver.file)
        });
        files.collect()
    }

    fn class_of(&self, targets: Vec<Target>) -> Option<ClassRef> {
        targets.into_iter().find_map(|target| match target {
            Target::Class(class) | Target::Instance(class) => Some(class),
            _ => None,
        })
    }

    fn derives(&self, class: ClassRef, names: &[String]) -> bool {
        let decorators = &self.program.module(class.file)[class.class].decorators;
        decorators.iter().any(|decorator| {
            let at = At {
                file: class.file,
                expr: *decorator,
            };
            matches!(
                self.kind(at),
                ExprKind::Name(name) | ExprKind::Member { name, .. }
                    if names.iter().any(|known| **known == **name)
            )
        })
    }

    /// The texts of a value whose type is a template, filled with its fields: `Ask { text }.render()`.
    pub fn derived_template(&self, call: At, env: &Env) -> Option<Vec<Flat>> {
        let derived = &self.sdks.reading().derived;
        let named = self.program.called_name(call)?;
        derived.call.iter().find(|known| *known == named)?;
        let ExprKind::Call { callee, .. } = self.kind(call) else {
            return None;
        };
        let ExprKind::Member { object, .. } = self.kind(self.beside(call, *callee)) else {
            return None;
        };
        let object = self.beside(call, *object);
        let class = self.class_of(self.program.origins(object))?;
        self.derives(class, &derived.derive).then_some(())?;
        let texts = self.with_variables(self.template_of_type(class)?, Syntax::Jinja);
        let fields = self.values(object, env);
        Some(self.with_values(&texts, |name| {
            let found = name
                .trim_start_matches("self.")
                .split('.')
                .fold(fields.clone(), |found, segment| {
                    self.fields(&found, segment)
                });
            (!found.is_empty()).then(|| self.text_of_values(&found))
        }))
    }

    /// The template that the attribute of a type names or holds.
    fn template_of_type(&self, class: ClassRef) -> Option<Vec<Flat>> {
        let derived = &self.sdks.reading().derived;
        let decorators = &self.program.module(class.file)[class.class].decorators;
        let at = |expr| At {
            file: class.file,
            expr,
        };
        let attribute = decorators.iter().map(|expr| at(*expr)).find(|call| {
            let named = self.program.called_name(*call);
            named.is_some_and(|named| derived.attribute.iter().any(|known| known == named))
        })?;
        let env = Env::default();
        let source = self.input(attribute, &env, &derived.source);
        if !source.is_empty() {
            return Some(self.text_of_values(&source));
        }
        let paths = self.input(attribute, &env, &derived.path);
        let files: Vec<Value> = paths
            .iter()
            .flat_map(|path| self.template_files(path, class.file))
            .collect();
        (!files.is_empty()).then(|| self.text_of_values(&files))
    }

    /// The folder that is embedded in a type.
    fn folder_of(&self, class: ClassRef) -> Option<String> {
        let embedded = &self.sdks.reading().embedded;
        let at = |expr| At {
            file: class.file,
            expr,
        };
        let decorators = &self.program.module(class.file)[class.class].decorators;
        let folder = decorators.iter().find_map(|decorator| {
            let call = at(*decorator);
            let named = self.program.called_name(call)?;
            let ExprKind::Call { args, .. } = self.kind(call) else {
                return None;
            };
            match self.kind(at(args.first()?.value)) {
                ExprKind::Text(text) if embedded.folder.iter().any(|known| known == named) => {
                    Some(text.value.trim_matches(['.', '/']).to_string())
                }
                _ => None,
            }
        });
        folder.filter(|_| self.derives(class, &embedded.derive))
    }
}
