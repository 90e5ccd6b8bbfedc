# formats/zip
