//! Closed lists: each entry has one code, used alike in the library, in files and on the command
//! line, and one word for people. Declared once, so that the three can never drift apart.

/// A member of a closed list.
pub trait Coded: Copy + Eq + Sized + 'static {
    /// Every member, in the order in which people list them.
    const ALL: &'static [Self];

    /// The code: lower case, words joined by `_` or `-`; never changed once released.
    fn code(self) -> &'static str;

    /// The word shown to a person.
    fn label(self) -> &'static str;

    /// The member with this code, or nothing.
    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.code() == code)
    }
}

/// Declares an enum and its codes: `Variant = "code", "Label";` a line.
#[macro_export]
macro_rules! coded {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, $label:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $( $(#[$variant_meta])* $variant, )+
        }

        impl $crate::coded::Coded for $name {
            const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            fn label(self) -> &'static str {
                match self { $( Self::$variant => $label, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::coded::Coded::label(*self))
            }
        }
    };
}
