//! Reads an expression, or says what in it is not understood.

use super::expr::{Expr, Literal, Operator, PathStep, TypeOperator};
use super::known::FUNCTIONS;
use super::lexer::{Token, cut};
use super::times;
use std::collections::HashSet;

/// Longer expressions are no one's rule.
const LONGEST: usize = 20_000;
/// Brackets within brackets.
const DEEPEST: usize = 40;

/// The operators from the loosest to the tightest; `is` and `as` stand between `|` and `+`.
const RANKS: [&[(&str, Operator)]; 9] = [
    &[("implies", Operator::Implies)],
    &[("or", Operator::Or), ("xor", Operator::Xor)],
    &[("and", Operator::And)],
    &[("in", Operator::In), ("contains", Operator::Contains)],
    &[("=", Operator::Equal), ("!=", Operator::NotEqual), ("~", Operator::Alike), ("!~", Operator::NotAlike)],
    &[
        ("<", Operator::Less),
        (">", Operator::Greater),
        ("<=", Operator::LessOrEqual),
        (">=", Operator::GreaterOrEqual),
    ],
    &[("|", Operator::Union)],
    &[("+", Operator::Plus), ("-", Operator::Minus), ("&", Operator::Join)],
    &[("*", Operator::Times), ("/", Operator::Over), ("div", Operator::Div), ("mod", Operator::Mod)],
];
/// `is` and `as` go around this rank.
const TYPED: usize = 7;

/// Reads `text`; `names` are the variables there may be.
pub(super) fn parse(text: &str, names: &HashSet<String>) -> Result<Expr, String> {
    if text.len() > LONGEST {
        return Err("an expression of this length".to_owned());
    }
    let tokens = cut(text, names)?;
    let mut parser = Parser { tokens: &tokens, depth: 0 };
    let expr = parser.ranked(0)?;
    match parser.tokens.first() {
        None => Ok(expr),
        Some(token) => Err(unexpected(Some(token))),
    }
}

fn unexpected(token: Option<&Token>) -> String {
    match token {
        None => "an expression without its end".to_owned(),
        Some(Token::Sign(sign)) => format!("the sign {sign} at this place"),
        Some(Token::Name(name)) => format!("the word {name} at this place"),
        Some(_) => "a value at this place".to_owned(),
    }
}

struct Parser<'t> {
    tokens: &'t [Token],
    depth: usize,
}

impl<'t> Parser<'t> {
    fn next(&mut self) -> Option<&'t Token> {
        let (first, rest) = self.tokens.split_first()?;
        self.tokens = rest;
        Some(first)
    }

    fn is_next(&mut self, sign: &str) -> bool {
        let there = matches!(self.tokens.first(), Some(Token::Sign(next)) if *next == sign);
        if there {
            self.next();
        }
        there
    }

    fn need(&mut self, sign: &str) -> Result<(), String> {
        if self.is_next(sign) { Ok(()) } else { Err(unexpected(self.tokens.first())) }
    }

    fn ranked(&mut self, rank: usize) -> Result<Expr, String> {
        let Some(operators) = RANKS.get(rank) else { return self.signed() };
        let first = self.ranked(rank + 1)?;
        let mut rest = Vec::new();
        while let Some(operator) = self.operator(operators) {
            rest.push((operator, self.ranked(rank + 1)?));
        }
        let chain = if rest.is_empty() { first } else { Expr::Chain(Box::new(first), rest) };
        if rank == TYPED { self.typed(chain) } else { Ok(chain) }
    }

    fn operator(&mut self, operators: &[(&str, Operator)]) -> Option<Operator> {
        let word = match self.tokens.first()? {
            Token::Sign(sign) => sign,
            Token::Name(name) => name.as_str(),
            _ => return None,
        };
        let (_, operator) = operators.iter().find(|(name, _)| *name == word)?;
        self.next();
        Some(*operator)
    }

    fn typed(&mut self, expr: Expr) -> Result<Expr, String> {
        let operator = match self.tokens.first() {
            Some(Token::Name(name)) if name == "is" => TypeOperator::Is,
            Some(Token::Name(name)) if name == "as" => TypeOperator::As,
            _ => return Ok(expr),
        };
        self.next();
        let name = self.type_name()?;
        Ok(Expr::Typed(Box::new(expr), operator, name))
    }

    /// The name of a type; whether it is FHIR's or the system's makes no difference here.
    fn type_name(&mut self) -> Result<String, String> {
        let mut name = self.name()?;
        while self.is_next(".") {
            name = self.name()?;
        }
        Ok(name)
    }

    fn name(&mut self) -> Result<String, String> {
        match self.next() {
            Some(Token::Name(name) | Token::Quoted(name)) => Ok(name.clone()),
            other => Err(unexpected(other)),
        }
    }

    fn signed(&mut self) -> Result<Expr, String> {
        let mut negative = false;
        let mut signed = false;
        loop {
            if self.is_next("-") {
                negative = !negative;
            } else if !self.is_next("+") {
                break;
            }
            signed = true;
        }
        let expr = self.path()?;
        Ok(if signed && negative { Expr::Negative(Box::new(expr)) } else { expr })
    }

    fn path(&mut self) -> Result<Expr, String> {
        let (start, mut steps) = self.start()?;
        loop {
            if self.is_next(".") {
                steps.push(self.step()?);
            } else if self.is_next("[") {
                let index = self.inside()?;
                self.need("]")?;
                steps.push(PathStep::At(index));
            } else {
                break;
            }
        }
        Ok(match start {
            Some(start) if steps.is_empty() => start,
            start => Expr::Path(start.map(Box::new), steps),
        })
    }

    /// One level of brackets deeper.
    fn inside(&mut self) -> Result<Expr, String> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err("so many brackets within brackets".to_owned());
        }
        let expr = self.ranked(0)?;
        self.depth -= 1;
        Ok(expr)
    }

    fn start(&mut self) -> Result<(Option<Expr>, Vec<PathStep>), String> {
        let start = match self.tokens.first() {
            Some(Token::Name(name)) if name == "true" => Expr::Literal(Literal::Boolean(true)),
            Some(Token::Name(name)) if name == "false" => Expr::Literal(Literal::Boolean(false)),
            Some(Token::Name(_) | Token::Quoted(_)) => return Ok((None, vec![self.step()?])),
            Some(Token::Text(text)) => Expr::Literal(Literal::Text(text.clone())),
            Some(Token::Moment(moment)) => Expr::Literal(times::literal(moment)?),
            Some(Token::Variable(name)) => Expr::Variable(name.clone()),
            Some(Token::Dollar(name)) => match name.as_str() {
                "this" => Expr::This,
                "index" => Expr::Index,
                "total" => Expr::Total,
                _ => return Err(format!("${name}")),
            },
            Some(Token::Number(number)) => {
                self.next();
                return Ok((Some(Expr::Literal(self.number(number)?)), Vec::new()));
            }
            Some(Token::Sign("(")) => {
                self.next();
                let inner = self.inside()?;
                self.need(")")?;
                return Ok((Some(inner), Vec::new()));
            }
            Some(Token::Sign("{")) => {
                self.next();
                self.need("}")?;
                return Ok((Some(Expr::Empty), Vec::new()));
            }
            other => return Err(unexpected(other)),
        };
        self.next();
        Ok((Some(start), Vec::new()))
    }

    /// A number, or a quantity where a unit follows it.
    fn number(&mut self, number: &str) -> Result<Literal, String> {
        let too_large = || "a number of this size".to_owned();
        let unit = match self.tokens.first() {
            Some(Token::Text(unit)) => Some(unit.clone()),
            Some(Token::Name(word)) => times::unit(word).map(|_| word.clone()),
            _ => None,
        };
        if let Some(unit) = unit {
            self.next();
            return Ok(Literal::Quantity(number.parse().map_err(|_| too_large())?, unit));
        }
        if number.contains('.') {
            return number.parse().map(Literal::Decimal).map_err(|_| too_large());
        }
        number.parse().map(Literal::Integer).map_err(|_| too_large())
    }

    fn step(&mut self) -> Result<PathStep, String> {
        if let Some(Token::Dollar(name)) = self.tokens.first() {
            return Err(format!("${name} after a point"));
        }
        let name = self.name()?;
        if !self.is_next("(") {
            return Ok(PathStep::Member(name));
        }
        let Some((_, least, most)) = FUNCTIONS.iter().find(|(known, ..)| *known == name) else {
            return Err(format!("the function {name}()"));
        };
        let mut arguments = Vec::new();
        if !self.is_next(")") {
            loop {
                arguments.push(self.inside()?);
                if !self.is_next(",") {
                    break;
                }
            }
            self.need(")")?;
        }
        if !(*least..=*most).contains(&arguments.len()) {
            return Err(format!("the function {name}() with {} arguments", arguments.len()));
        }
        Ok(PathStep::Call(name, arguments))
    }
}
