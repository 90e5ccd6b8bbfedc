# formats/json
