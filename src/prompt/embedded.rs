//! Files that a program holds itself: types that a folder is embedded in.

use super::env::Env;
use super::eval::{Eval, Value};
use crate::index::{At, ClassRef, Target};
use crate::ir::{Arg, ExprKind};

impl Eval<'_> {
    /// The file that `Templates::get(name)` gives of a type that holds the files of a folder.
    pub fn embedded(&self, name: &str, receiver: At, args: &[Arg], env: &Env) -> Vec<Value> {
        let embedded = &self.sdks.reading().embedded;
        if !embedded.call.iter().any(|call| call == name) {
            return Vec::new();
        }
        let class = self
            .program
            .resolve(receiver)
            .into_iter()
            .find_map(|target| match target {
                Target::Class(class) | Target::Instance(class) => Some(class),
                _ => None,
            });
        let folder = class.and_then(|class| self.folder_of(class));
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

    /// The folder that is embedded in a type.
    fn folder_of(&self, class: ClassRef) -> Option<String> {
        let embedded = &self.sdks.reading().embedded;
        let at = |expr| At {
            file: class.file,
            expr,
        };
        let decorators = &self.program.module(class.file)[class.class].decorators;
        let derives = decorators.iter().any(|decorator| {
            matches!(
                self.kind(at(*decorator)),
                ExprKind::Name(name) | ExprKind::Member { name, .. }
                    if embedded.derive.iter().any(|known| **known == **name)
            )
        });
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
        folder.filter(|_| derives)
    }
}
