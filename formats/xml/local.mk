# formats/xml
