//! Agents of the kitchen. Built once, kept in [`Kitchen`].
use anyhow::Result;
use rig::agent::Agent;
use rig::completion::{Chat, Message, Prompt};
use rig::extractor::Extractor;
use rig::providers::openai::{self, CompletionModel};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A line of a list of ingredients, such as "2 1/2 cups flour, sifted".
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
pub struct Ingredient {
    /// the amount as a decimal number
    pub quantity: Option<f64>,
    /// the unit, for example "cup"
    pub unit: Option<String>,
    /// the name of the ingredient
    pub name: String,
    /// what follows the comma
    pub note: Option<String>,
}

/// What a guest may be served.
#[derive(Debug, Deserialize, Serialize, JsonSchema)]
pub struct Menu {
    /// three courses that suit the guest
    pub courses: Vec<String>,
    /// calories of the whole menu, estimated
    pub calories: u32,
}

const SHORTHAND: &str = "Expand the abbreviations of the kitchen by this table:
tsp = teaspoon
tbsp = tablespoon
oz = ounce
lb = pound
pkg = package
Anything that is not in the table stays as it is. Return the line.";

const NUTRITION: &str = "\
You are a dietician.

## Given
A recipe in free text.

## Wanted
Calculate calories, protein and fat for one portion from what you know of the ingredients.

## Format
JSON with the keys calories, protein_g and fat_g, numbers only.";

pub struct Kitchen {
    ingredient: Extractor<CompletionModel, Ingredient>,
    menu: Extractor<CompletionModel, Menu>,
    shorthand: Agent<CompletionModel>,
    nutrition: Agent<CompletionModel>,
    cook: Agent<CompletionModel>,
}

impl Kitchen {
    pub fn new(client: &openai::Client) -> Self {
        Self {
            ingredient: client.extractor::<Ingredient>("gpt-4o-mini").build(),
            menu: client
                .extractor::<Menu>("gpt-4o")
                .preamble("You plan dinners. Allergies are absolute, wishes are not.")
                .build(),
            shorthand: client.agent("gpt-4o-mini").preamble(SHORTHAND).temperature(0.0).build(),
            nutrition: client.agent("gpt-4o").preamble(NUTRITION).build(),
            cook: client
                .agent("gpt-4o")
                .preamble("You are a cook who answers questions about recipes, briefly.")
                .build(),
        }
    }

    pub async fn ingredient(&self, line: &str) -> Result<Ingredient> {
        Ok(self.ingredient.extract(line).await?)
    }

    pub async fn menu(&self, guest: &str) -> Result<Menu> {
        Ok(self.menu.extract(guest).await?)
    }

    pub async fn long_form(&self, line: &str) -> Result<String> {
        Ok(self.shorthand.prompt(line).await?)
    }

    pub async fn nutrition(&self, recipe: &str) -> Result<String> {
        Ok(self.nutrition.prompt(recipe).await?)
    }

    pub async fn answer(&self, question: &str, history: Vec<Message>) -> Result<String> {
        Ok(self.cook.chat(question, history).await?)
    }
}
