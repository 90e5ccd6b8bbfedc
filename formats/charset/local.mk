# formats/charset
